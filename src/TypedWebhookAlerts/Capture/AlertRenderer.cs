using System.ComponentModel;
using TypedWebhookAlerts.Rendering;

namespace TypedWebhookAlerts.Capture;

/// <summary>Reads a captured alert in the order in which it was written and tells it to a formatter.</summary>
/// <param name="record">The captured arguments.</param>
/// <param name="alert">Where the alert is written.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void AlertRenderer(ref AlertReader record, AlertFormatter alert);
