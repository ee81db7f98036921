using System.Reflection;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace TypedWebhookAlerts.Generators.Tests.Harness;

/// <summary>Redactors that show all: the classification that they were asked for, and the text between
/// brackets.</summary>
internal sealed class NamingRedactors : IRedactorProvider
{
    /// <summary>What was asked for, in order.</summary>
    public List<DataClassificationSet> Asked { get; } = [];

    public Redactor GetRedactor(DataClassificationSet classifications)
    {
        Asked.Add(classifications);
        return new Naming(classifications.ToString());
    }

    /// <summary>The classification of the attributes of a parameter or a member, as reflection reads them.</summary>
    public static DataClassificationSet SetOf(ICustomAttributeProvider provider)
        => new(provider.GetCustomAttributes(typeof(DataClassificationAttribute), inherit: true)
            .Select(attribute => ((DataClassificationAttribute)attribute).Classification));

    private sealed class Naming(string name) : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => name.Length + input.Length + 2;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            $"{name}<{source}>".CopyTo(destination);
            return GetRedactedLength(source);
        }
    }
}
