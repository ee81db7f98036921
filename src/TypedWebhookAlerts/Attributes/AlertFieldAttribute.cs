namespace TypedWebhookAlerts;

/// <summary>Shows a parameter as a field of the embed; on an exception, its stack trace.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = false)]
public sealed class AlertFieldAttribute : Attribute
{
    /// <summary>Shows a parameter as a field.</summary>
    /// <param name="name">The field's name, at most 256 code points (Discord's limit). The default is the
    /// parameter's name in words: <c>invokedBy</c> becomes "Invoked by".</param>
    public AlertFieldAttribute(string? name = null) => Name = name;

    /// <summary>The field's name, or <see langword="null"/> for the parameter's name in words.</summary>
    public string? Name { get; }

    /// <summary>Whether the field may stand beside others in a row. The default is <see langword="false"/>.</summary>
    public bool Inline { get; set; }

    /// <summary>Whether the value is shown in a code block. The default is <see langword="false"/>.</summary>
    public bool CodeBlock { get; set; }
}
