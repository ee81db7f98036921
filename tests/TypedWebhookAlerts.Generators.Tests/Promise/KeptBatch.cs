using System.Security.Cryptography;
using System.Text;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

namespace TypedWebhookAlerts.Generators.Tests.Promise;

/// <summary>What came of compiling a batch, kept in a folder for processes that need the same: most of a small
/// campaign's time is the compiler's. The image depends on the declarations and the generator only, never on what the
/// runtime does with the calls.</summary>
/// <param name="folder">A folder that lives no longer than one build of the generator.</param>
internal sealed class KeptBatch(string folder)
{
    /// <summary>The variable that names the folder; without it, each process compiles.</summary>
    public const string Variable = "PROMISE_BATCHES";

    public static KeptBatch? OfThisProcess { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new KeptBatch(folder) : null;

    /// <summary>What came of these declarations; null if nobody has compiled them.</summary>
    public (byte[] Image, IReadOnlyList<(Declaration Declaration, string Rule)> Refused)? Read(
        IReadOnlyList<Declaration> declarations)
    {
        var path = PathOf(declarations);
        return File.Exists(path)
            ? (File.ReadAllBytes(path), [.. File.ReadLines(RefusedOf(path))
                .Select(line => line.Split(' '))
                .Select(parts => (declarations.Single(one => $"{one.Index}" == parts[0]), parts[1]))])
            : null;
    }

    public void Write(
        IReadOnlyList<Declaration> declarations,
        byte[] image,
        IReadOnlyList<(Declaration Declaration, string Rule)> refused)
    {
        var path = PathOf(declarations);
        File.WriteAllLines(RefusedOf(path), refused.Select(refusal => $"{refusal.Declaration.Index} {refusal.Rule}"));
        File.WriteAllBytes(path, image);
    }

    private static string RefusedOf(string path) => Path.ChangeExtension(path, "refused");

    private string PathOf(IReadOnlyList<Declaration> declarations)
    {
        var sources = string.Concat(declarations.Select(declaration => declaration.Source));
        return Path.Combine(folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sources))) + ".image");
    }
}
