using TypedWebhookAlerts.Benchmarks;

if (args is not ["capture"])
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/TypedWebhookAlerts.Benchmarks -- capture");
    return 1;
}

using var capture = new CaptureBenchmark();
Measurement.PrintTable(capture.Run());
return 0;
