using System.ComponentModel;
using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>One captured value of an alert: its name, its captured type, and how to read it back.</summary>
/// <remarks>The type is the captured one, not the declared one: what is rendered at the call is text.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlertParameter
{
    private delegate object? Reader(ref AlertReader record, ClassifiedRedactor classification);

    private readonly Reader _read;

    private AlertParameter(string name, Type type, AlertParameterRole role, Reader read)
    {
        Name = name;
        Type = type;
        Role = role;
        _read = read;
    }

    /// <summary>The parameter's name, or the path of a dotted hole: <c>member.Name</c>.</summary>
    public string Name { get; }

    /// <summary>The captured type.</summary>
    public Type Type { get; }

    /// <summary>What the parameter is to its alert.</summary>
    public AlertParameterRole Role { get; }

    /// <summary>Whether it is captured as text.</summary>
    internal bool IsText { get; private init; }

    /// <summary>Describes a value captured as text.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="role">What it is to the alert.</param>
    public static AlertParameter Text(string name, AlertParameterRole role = AlertParameterRole.None)
        => new(name, typeof(string), role, static (ref record, _) => StringOf(record.ReadText()))
        {
            IsText = true,
        };

    /// <summary>Describes a value captured as its bytes.</summary>
    /// <typeparam name="T">The value's type; an enum's underlying type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="role">What it is to the alert.</param>
    public static AlertParameter Value<T>(string name, AlertParameterRole role = AlertParameterRole.None)
        where T : unmanaged
        => new(name, typeof(T), role, static (ref record, _) => record.Read<T>());

    /// <summary>Describes a value captured as its bytes, which may be missing.</summary>
    /// <typeparam name="T">The value's type; an enum's underlying type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="role">What it is to the alert.</param>
    public static AlertParameter Nullable<T>(string name, AlertParameterRole role = AlertParameterRole.None)
        where T : unmanaged
        => new(name, typeof(T?), role, static (ref record, _) => record.ReadNullable<T>());

    /// <summary>Describes an exception, captured by reference.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="role">What else it is to the alert.</param>
    public static AlertParameter Exception(string name, AlertParameterRole role = AlertParameterRole.None)
        => new(
            name,
            typeof(Exception),
            role | AlertParameterRole.Exception,
            static (ref record, _) => record.ReadReference<Exception>());

    /// <summary>Describes a value that is never captured.</summary>
    /// <param name="name">The parameter's name.</param>
    public static AlertParameter Secret(string name)
        => new(name, typeof(string), AlertParameterRole.Secret, static (ref _, _) => "[secret]");

    /// <summary>Describes a value captured as text, which is shown as its redactor leaves it.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="classification">How it is classified.</param>
    /// <param name="role">What else it is to the alert.</param>
    public static AlertParameter Classified(
        string name, AlertClassification classification, AlertParameterRole role = AlertParameterRole.None)
        => new(
            name,
            typeof(string),
            role | AlertParameterRole.Classified,
            (ref record, redactor) => StringOf(classification.Redact(record.ReadText(), redactor)));

    /// <summary>Describes an exception, captured by reference, whose type and message are shown as their redactor
    /// leaves them, and are text to all others.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="classification">How it is classified.</param>
    /// <param name="role">What else it is to the alert.</param>
    public static AlertParameter ClassifiedException(
        string name, AlertClassification classification, AlertParameterRole role = AlertParameterRole.None)
        => new(
            name,
            typeof(string),
            role | AlertParameterRole.Classified | AlertParameterRole.Exception,
            (ref record, redactor) => StringOf(classification.Redact(SummaryOf(ref record), redactor)));

    /// <summary>Reads this value where the record stands.</summary>
    /// <param name="record">The record.</param>
    /// <param name="classification">What it is read as if it is classified.</param>
    internal object? Read(ref AlertReader record, ClassifiedRedactor classification)
        => _read(ref record, classification);

    private static string? StringOf(AlertText text) => text.IsNull ? null : text.Value.ToString();

    private static AlertText SummaryOf(ref AlertReader record)
        => record.ReadReference<Exception>() is { } exception ? ExceptionText.RawSummary(exception) : AlertText.Null;
}
