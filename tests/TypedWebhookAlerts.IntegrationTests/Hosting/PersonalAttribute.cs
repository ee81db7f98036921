using Microsoft.Extensions.Compliance.Classification;

namespace TypedWebhookAlerts.IntegrationTests.Hosting;

/// <summary>Says of which person something tells, and how.</summary>
/// <param name="kind">What it tells.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class PersonalAttribute(PersonalAttribute.Kind kind) : DataClassificationAttribute(Of(kind))
{
    internal enum Kind
    {
        Contact,
        Health,
        Public,
    }

    public static DataClassification Of(Kind kind) => new("Clinic", kind.ToString());
}
