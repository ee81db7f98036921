using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.AotSmoke.Alerts.Names;

/// <summary>Names that are keywords, in other scripts, or those of the generated code's own locals.</summary>
internal static partial class OddNames
{
    [WebhookAlert(LogLevel.Warning, "{class} of {@event} in {namespace}")]
    public static partial void Keywords(string @class, string @event, string @namespace);

    [WebhookAlert(LogLevel.Warning, "{__pipeline} {__alert} {__size} {__record}")]
    public static partial void Locals(string __pipeline, int __alert, long __size, string __record);

    [WebhookAlert(LogLevel.Warning, "{größe} {名前} {имя}")]
    public static partial void Scripts(double größe, string 名前, string имя);

    [WebhookAlert(LogLevel.Warning, "{record} {alert} {value}")]
    public static partial void Renderers(string record, string alert, int value);

    [WebhookAlert(LogLevel.Warning, "{@class}")]
    public static partial void @switch(int @class);

    [WebhookAlert(LogLevel.Warning, "{var} {async} {await} {field}")]
    public static partial void Contextual(int var, int async, int await, int field);

    [WebhookAlert(LogLevel.Warning, "Line\nbreak, tab\t, quote \", backslash \\, \u202Ebidi, 🚨 and {text}")]
    public static partial void Template(string text);

    [WebhookAlert(LogLevel.Warning, """
        A raw template with "quotes", {{braces}}
        and {count} lines
        """)]
    public static partial void RawTemplate(int count);

    [WebhookAlert(LogLevel.Warning, @"C:\bots\{name}")]
    public static partial void Verbatim(string name);

    [WebhookAlert(LogLevel.Warning, Prefix + "{name}" + Suffix)]
    public static partial void Concatenated(string name);

    private const string Prefix = "<";
    private const string Suffix = ">";
}
