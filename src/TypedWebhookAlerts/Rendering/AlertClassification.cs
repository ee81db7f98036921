using System.ComponentModel;
using Microsoft.Extensions.Compliance.Classification;
using TypedWebhookAlerts.Privacy;

namespace TypedWebhookAlerts.Rendering;

/// <summary>How a value is classified: the attributes that it is declared with.</summary>
/// <remarks>Attributes are the user's code. They are made on the pump when the first value is shown, and not where the
/// alert is called.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlertClassification
{
    private readonly Func<DataClassificationAttribute[]> _attributes;
    private DataClassificationSet? _set;

    /// <summary>Describes a classification.</summary>
    /// <param name="attributes">Makes the attributes anew.</param>
    public AlertClassification(Func<DataClassificationAttribute[]> attributes) => _attributes = attributes;

    /// <summary>What is shown of a value.</summary>
    /// <param name="text">The value's text.</param>
    /// <param name="redactor">Decides it.</param>
    internal AlertText Redact(AlertText text, ClassifiedRedactor redactor)
    {
        if (text.IsNull)
        {
            return text;
        }

        var shown = redactor.Redact(text.Value, Find());
        return new AlertText(shown, text.IsCut && !ReferenceEquals(shown, ClassifiedRedactor.Erased));
    }

    private DataClassificationSet? Find()
    {
        // A user's attribute that cannot be made: then nothing is known of the value.
        try
        {
            return _set ??= new DataClassificationSet(_attributes().Select(attribute => attribute.Classification));
        }
        catch (Exception)
        {
            return null;
        }
    }
}
