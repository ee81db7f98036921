using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Hosting;

/// <summary>Finds the pipeline that log entries go to, when the first one comes: the host's if it has one, else the
/// ambient one.</summary>
internal sealed class LogTarget(IServiceProvider services)
{
    [ThreadStatic]
    private static bool s_isLooking;

    private AlertPipeline? _pipeline;
    private volatile bool _isFound;
    private volatile bool _isClosed;

    /// <summary>The scopes of the application's log.</summary>
    public IExternalScopeProvider? Scopes { get; set; }

    /// <summary>The pipeline; null once it is closed, and for what is logged by that which makes the
    /// pipeline.</summary>
    public AlertPipeline? Pipeline
        => _isClosed ? null
            : _isFound || TryFind() ? _pipeline ?? AmbientPipeline.Current
            : null;

    public void Close() => _isClosed = true;

    private bool TryFind()
    {
        if (s_isLooking)
        {
            return false;
        }

        s_isLooking = true;
        try
        {
            _pipeline = services.GetService<AlertPipeline>();
            return _isFound = true;
        }
        catch (Exception)
        {
            // A container that is disposed, or a factory of the user's that throws.
            return false;
        }
        finally
        {
            s_isLooking = false;
        }
    }
}
