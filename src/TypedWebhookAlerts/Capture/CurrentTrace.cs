using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts.Capture;

/// <summary>The trace that the calling code runs in, as <see cref="Activity.Current"/> knows it.</summary>
internal static class CurrentTrace
{
    /// <summary>Its id: 32 hexadecimal digits, which the activity keeps as a text. Null outside of a trace, and in one
    /// of the old, hierarchical kind.</summary>
    public static string? Id
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Activity.Current is { } activity ? IdOf(activity) : null;
    }

    private static string? IdOf(Activity activity)
        => activity.IdFormat == ActivityIdFormat.W3C ? activity.TraceId.ToHexString() : null;
}
