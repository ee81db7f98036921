namespace TypedWebhookAlerts.Capture;

/// <summary>What is known of a type without a value of it: to ask a struct's value would box it where the code is not
/// optimized.</summary>
internal static class SpanFormattable<T>
{
    /// <summary>Whether it is a struct that formats itself into a span.</summary>
    public static readonly bool IsStruct =
        typeof(T).IsValueType && typeof(ISpanFormattable).IsAssignableFrom(typeof(T));
}
