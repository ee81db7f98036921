using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>What a call of generated code left in the ring.</summary>
/// <param name="Descriptor">The alert.</param>
/// <param name="Parts">What its renderer told the formatter: part by part, in order.</param>
/// <param name="Values">What its parameters read back.</param>
/// <param name="Key">The bytes by which repeats are folded.</param>
internal sealed record ProbedAlert(
    AlertDescriptor Descriptor,
    IReadOnlyList<(string Part, string Text)> Parts,
    IReadOnlyDictionary<string, object?> Values,
    string Key)
{
    public string Description => this["description"];

    public string this[string part] => Parts.Single(candidate => candidate.Part == part).Text;
}
