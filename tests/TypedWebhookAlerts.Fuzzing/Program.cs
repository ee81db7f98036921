using SharpFuzz;
using TypedWebhookAlerts.Fuzzing;

if (args is not [("afl" or "libfuzzer" or "file") and var driver, var name, ..]
    || !FuzzTargets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine("usage: afl <target> | libfuzzer <target> | file <target> <file>…");
    Console.Error.WriteLine($"targets: {string.Join(", ", FuzzTargets.All.Keys)}");
    return 1;
}

switch (driver)
{
    case "afl":
        Fuzzer.OutOfProcess.Run(stream => target(ReadAll(stream)));
        break;
    case "libfuzzer":
        Fuzzer.LibFuzzer.Run(input => target(input.ToArray()));
        break;
    default:
        Array.ForEach(args[2..], file => target(File.ReadAllBytes(file)));
        break;
}

return 0;

static byte[] ReadAll(Stream stream)
{
    using var copy = new MemoryStream();
    stream.CopyTo(copy);
    return copy.ToArray();
}
