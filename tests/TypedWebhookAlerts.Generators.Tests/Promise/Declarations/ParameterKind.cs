using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Declarations;

/// <summary>A kind of parameter: how it is declared, what may be said of it, and what is passed for it.</summary>
/// <param name="Type">Its type, as a declaration writes it.</param>
/// <param name="Values">What is passed.</param>
internal sealed record ParameterKind(string Type, Gen<object?> Values)
{
    /// <summary>Formats of its holes; the empty one is none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [""];

    /// <summary>What may follow its name in a hole: paths to members; the empty one is the value itself.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [""];

    /// <summary>Attributes that only this kind takes.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>How the caller takes it from the boxed argument, where a cast is not enough.</summary>
    public string? Unboxing { get; init; }

    public string Unbox(string boxed)
        => Unboxing is { } unboxing ? string.Format(null, unboxing, boxed) : $"({Type}){boxed}!";
}
