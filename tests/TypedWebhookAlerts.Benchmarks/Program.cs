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
    case ["delivery"]:
        return await DeliveryBenchmark.RunAsync();
    case ["thresholds"]:
        Measurement.PrintTable(ThresholdBenchmark.Run());
        return 0;
    case ["scrub"]:
        ScrubBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: dotnet run -c Release --project tests/TypedWebhookAlerts.Benchmarks "
            + "-- capture | first-call | generator | delivery | thresholds | scrub");
        return 1;
}
