using TypedWebhookAlerts.Benchmarks;

switch (args)
{
    case ["capture"]:
        Measurement.PrintTable(await CaptureBenchmark.RunAsync());
        return 0;
    case ["first-call"]:
        await FirstCallBenchmark.RunAsync();
        return 0;
    case ["generator"]:
        return GeneratorBenchmark.Run();
    default:
        Console.Error.WriteLine(
            "usage: dotnet run -c Release --project tests/TypedWebhookAlerts.Benchmarks "
            + "-- capture | first-call | generator");
        return 1;
}
