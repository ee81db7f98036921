#nullable enable annotations

namespace TypedWebhookAlerts
{
    public sealed class AlertFieldAttribute : global::System.Attribute
    {
        public AlertFieldAttribute(string? name = null) => throw null!;
        public bool CodeBlock { get; set; }
        public bool Inline { get; set; }
    }
}

namespace TypedWebhookAlerts
{
    public sealed class AlertIncident : global::TypedWebhookAlerts.AlertTracker
    {
        public static global::TypedWebhookAlerts.AlertIncident Ignored { get; }
        public static global::TypedWebhookAlerts.AlertIncident Open(global::TypedWebhookAlerts.AlertPipeline pipeline, global::TypedWebhookAlerts.Capture.AlertDescriptor alert) => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public sealed class AlertKeyAttribute : global::System.Attribute
    {
        public AlertKeyAttribute() => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public sealed class AlertListAttribute : global::System.Attribute
    {
        public AlertListAttribute() => throw null!;
        public int MaxItems { get; set; }
    }
}

namespace TypedWebhookAlerts
{
    public sealed class AlertPipeline
    {
        public bool IsEnabled(global::TypedWebhookAlerts.Capture.AlertDescriptor alert) => throw null!;
        public bool RaiseUnreadable(global::TypedWebhookAlerts.Capture.AlertDescriptor alert, global::System.Exception exception) => throw null!;
        public bool RaiseUnreadable(global::TypedWebhookAlerts.Capture.AlertDescriptor alert, global::System.Exception exception, global::TypedWebhookAlerts.AlertTracker tracker) => throw null!;
        public bool TryClaim(global::TypedWebhookAlerts.Capture.AlertDescriptor alert, int size, global::TypedWebhookAlerts.AlertTracker tracker, out global::TypedWebhookAlerts.Capture.AlertWriter record) => throw null!;
        public bool TryClaim(global::TypedWebhookAlerts.Capture.AlertDescriptor alert, int size, out global::TypedWebhookAlerts.Capture.AlertWriter record) => throw null!;
        public global::System.Globalization.CultureInfo? Culture { get; }
    }
}

namespace TypedWebhookAlerts
{
    public sealed class AlertReceipt : global::TypedWebhookAlerts.AlertTracker
    {
        public static global::TypedWebhookAlerts.AlertReceipt Ignored { get; }
        public static global::TypedWebhookAlerts.AlertReceipt Open(global::TypedWebhookAlerts.AlertPipeline pipeline, global::TypedWebhookAlerts.Capture.AlertDescriptor alert) => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public abstract class AlertTracker
    {
    }
}

namespace TypedWebhookAlerts.Capture
{
    public sealed class AlertDescriptor
    {
        public AlertDescriptor(string name, int eventId, global::Microsoft.Extensions.Logging.LogLevel level, string template, string? route, global::TypedWebhookAlerts.Capture.AlertParameter[] parameters, global::TypedWebhookAlerts.Capture.AlertRenderer render) => throw null!;
        public int CoalesceSeconds { get; init; }
        public int Color { get; init; }
        public int MaxPerMinute { get; init; }
        public int OpenAfterSeconds { get; init; }
        public string EventName { get; init; }
        public string? Title { get; init; }
    }
}

namespace TypedWebhookAlerts.Capture
{
    public sealed class AlertParameter
    {
        public static global::TypedWebhookAlerts.Capture.AlertParameter Classified(string name, global::TypedWebhookAlerts.Rendering.AlertClassification classification, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter ClassifiedException(string name, global::TypedWebhookAlerts.Rendering.AlertClassification classification, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter Exception(string name, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter Nullable<T>(string name, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) where T : unmanaged => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter Secret(string name) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter Text(string name, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertParameter Value<T>(string name, global::TypedWebhookAlerts.Capture.AlertParameterRole role = global::TypedWebhookAlerts.Capture.AlertParameterRole.None) where T : unmanaged => throw null!;
    }
}

namespace TypedWebhookAlerts.Capture
{
    public enum AlertParameterRole : int
    {
        Field = 2,
        Key = 1,
        None = 0,
        UserId = 4,
    }
}

namespace TypedWebhookAlerts.Capture
{
    public ref struct AlertReader
    {
        public T Read<T>() where T : unmanaged => throw null!;
        public T? ReadNullable<T>() where T : unmanaged => throw null!;
        public T? ReadReference<T>() where T : class => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText ReadText() => throw null!;
    }
}

namespace TypedWebhookAlerts.Capture
{
    public delegate void AlertRenderer(ref global::TypedWebhookAlerts.Capture.AlertReader record, global::TypedWebhookAlerts.Rendering.AlertFormatter alert);
}

namespace TypedWebhookAlerts.Capture
{
    public readonly ref struct AlertScratch
    {
        public global::TypedWebhookAlerts.Rendering.AlertText Format<T>(T value, string? format = null) => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText Format<T>(T? value, string? format = null) where T : struct => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText FormatSpan<T>(T value, string? format = null) where T : global::System.ISpanFormattable? => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText FormatSpan<T>(T? value, string? format = null) where T : struct, global::System.ISpanFormattable => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText List(global::System.Collections.IEnumerable? items, int maxItems = 10, string? format = null) => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText List<T>(T[]? items, int maxItems = 10, string? format = null) => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText List<T>(global::System.Collections.Generic.IEnumerable<T>? items, int maxItems = 10, string? format = null) => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText List<T>(global::System.Collections.Generic.List<T>? items, int maxItems = 10, string? format = null) => throw null!;
        public global::TypedWebhookAlerts.Rendering.AlertText List<T>(scoped global::System.ReadOnlySpan<T> items, int maxItems = 10, string? format = null) => throw null!;
        public static global::TypedWebhookAlerts.Capture.AlertScratch Rent(global::System.Globalization.CultureInfo? culture = null) => throw null!;
        public void Dispose() => throw null!;
    }
}

namespace TypedWebhookAlerts.Capture
{
    public ref struct AlertWriter
    {
        public const int ReferenceSize = 8;
        public readonly void Commit() => throw null!;
        public static int SizeOf(global::System.ReadOnlySpan<byte> utf8) => throw null!;
        public static int SizeOf(global::System.ReadOnlySpan<char> text) => throw null!;
        public static int SizeOf(global::TypedWebhookAlerts.Rendering.AlertText text) => throw null!;
        public static int SizeOf(string? text) => throw null!;
        public static int SizeOf<T>() where T : unmanaged => throw null!;
        public static int SizeOfNullable<T>() where T : unmanaged => throw null!;
        public void EndKey() => throw null!;
        public void Write(scoped global::System.ReadOnlySpan<byte> utf8) => throw null!;
        public void Write(scoped global::System.ReadOnlySpan<char> text) => throw null!;
        public void Write(scoped global::TypedWebhookAlerts.Rendering.AlertText text) => throw null!;
        public void Write(string? text) => throw null!;
        public void Write<T>(T value) where T : unmanaged => throw null!;
        public void WriteNullable<T>(T? value) where T : unmanaged => throw null!;
        public void WriteReference(object? value) => throw null!;
    }
}

namespace TypedWebhookAlerts.Rendering
{
    public sealed class AlertClassification
    {
        public AlertClassification(global::System.Func<global::Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute[]> attributes) => throw null!;
    }
}

namespace TypedWebhookAlerts.Rendering
{
    public abstract class AlertFormatter
    {
        public abstract void BeginDescription();
        public abstract void BeginField(global::System.ReadOnlySpan<byte> name, bool inline = false, bool codeBlock = false);
        public abstract void BeginFooter();
        public abstract void BeginTitle();
        public abstract void End();
        public abstract void Exception(global::System.Exception? exception);
        public abstract void Link(global::TypedWebhookAlerts.Rendering.AlertText address);
        public abstract void Literal(global::System.ReadOnlySpan<byte> utf8);
        public abstract void StackTrace(global::System.Exception? exception);
        public abstract void UserId(ulong? id);
        public virtual void Timestamp(global::System.DateTimeOffset? at, char style) => throw null!;
        public void Classified(global::System.Exception? exception, global::TypedWebhookAlerts.Rendering.AlertClassification classification, int alignment = 0) => throw null!;
        public void Classified(global::TypedWebhookAlerts.Rendering.AlertText text, global::TypedWebhookAlerts.Rendering.AlertClassification classification, int alignment = 0) => throw null!;
        public void Enum(long? value, global::TypedWebhookAlerts.Rendering.EnumNames names, string? format = null, int alignment = 0) => throw null!;
        public void ExceptionSummary(global::System.Exception? exception) => throw null!;
        public void Footer(global::System.ReadOnlySpan<byte> literal) => throw null!;
        public void Text(global::TypedWebhookAlerts.Rendering.AlertText text, int alignment = 0) => throw null!;
        public void Timestamp(global::System.DateTime? at, char style) => throw null!;
        public void Title(global::System.ReadOnlySpan<byte> literal) => throw null!;
        public void Value(bool? value, int alignment = 0) => throw null!;
        public void Value(char? value, int alignment = 0) => throw null!;
        public void Value<T>(T value, string? format = null, int alignment = 0) where T : struct, global::System.IUtf8SpanFormattable => throw null!;
        public void Value<T>(T? value, string? format = null, int alignment = 0) where T : struct, global::System.IUtf8SpanFormattable => throw null!;
    }
}

namespace TypedWebhookAlerts.Rendering
{
    public readonly ref struct AlertText
    {
        public static implicit operator global::TypedWebhookAlerts.Rendering.AlertText(string? text) => throw null!;
    }
}

namespace TypedWebhookAlerts.Rendering
{
    public sealed class EnumNames
    {
        public EnumNames(bool isFlags, int size, bool isSigned, params (string Name, long Value)[] names) => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public sealed class SecretAttribute : global::System.Attribute
    {
        public SecretAttribute() => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public sealed class UserIdAttribute : global::System.Attribute
    {
        public UserIdAttribute() => throw null!;
    }
}

namespace TypedWebhookAlerts
{
    public sealed class WebhookAlertAttribute : global::System.Attribute
    {
        public WebhookAlertAttribute(global::Microsoft.Extensions.Logging.LogLevel level, string template, string? route = null) => throw null!;
        public int CoalesceSeconds { get; set; }
        public int Color { get; set; }
        public int EventId { get; set; }
        public int MaxPerMinute { get; set; }
        public int OpenAfterSeconds { get; set; }
        public string? EventName { get; set; }
        public string? Footer { get; set; }
        public string? Title { get; set; }
    }
}

namespace TypedWebhookAlerts
{
    public static class WebhookAlerts
    {
        public static global::TypedWebhookAlerts.AlertPipeline Pipeline { get; }
    }
}
