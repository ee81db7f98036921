using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace StrictLibrary;

/// <summary>Alerts that answer, and such of collections.</summary>
public sealed partial class Parcels
{
    private readonly Func<AlertPipeline?> _find;

    /// <summary>Looks for the pipeline at each alert.</summary>
    /// <param name="find">Finds it.</param>
    public Parcels(Func<AlertPipeline?> find) => _find = find;

    private AlertPipeline? Alerts => _find();

    /// <summary>Parcels are lost.</summary>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="places">Where they were seen.</param>
    /// <returns>What becomes of the alert.</returns>
    [WebhookAlert(LogLevel.Error, "{numbers:D6} were last seen in {places}")]
    public partial AlertReceipt Lost(
        [AlertList(MaxItems = 3)] IReadOnlyList<int> numbers, params ReadOnlySpan<string> places);

    /// <summary>A depot does not answer.</summary>
    /// <param name="depot">The depot.</param>
    /// <returns>The incident, to be resolved.</returns>
    [WebhookAlert(LogLevel.Critical, "Depot {depot} does not answer")]
    public partial AlertIncident Silent([AlertKey] string depot);

    /// <summary>A label cannot be read.</summary>
    /// <param name="label">What stands there, in UTF-8.</param>
    /// <param name="version">The version of its format.</param>
    [WebhookAlert(LogLevel.Warning, "Label {label} of {version}")]
    public partial void Unreadable(ReadOnlySpan<byte> label, Version version);
}
