using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// The call as the generator writes it, against the ring itself, while a second thread drains it as the pump does.
/// </summary>
internal sealed class CaptureBenchmark : IDisposable
{
    // So that a batch fits the ring, whatever the draining thread does meanwhile.
    private const int Batch = 4000;
    private const string Component = "CommandDispatcher";
    private const string Message = "The command 'ban' failed: missing permissions";

    private static readonly AlertDescriptor s_commandFailed = Describe("CommandFailed", AlertParameter.Exception("e"));
    private static readonly AlertDescriptor s_measured = Describe("Measured");
    private static readonly AlertDescriptor s_ignored = Describe("Ignored");
    private static readonly AlertDescriptor s_limited = Describe("Limited", maxPerMinute: 1);
    private static readonly InvalidOperationException s_exception = new("missing permissions");

    private readonly WakeUp _wakeUp = new();
    private readonly AlertStates _states = new();
    private readonly AlertRingBuffer _ring;
    private bool _isDone;

    public CaptureBenchmark()
    {
        _ring = new AlertRingBuffer(1 << 20, _wakeUp);
        _states.Configure(static alert => alert != s_ignored);
    }

    public IReadOnlyList<Measurement> Run()
    {
        var pump = new Thread(Drain) { IsBackground = true };
        pump.Start();
        List<Measurement> measurements =
        [
            Measure("ignored: below its level", _ => RaiseCommandFailed(s_ignored)),
            Measure("accepted: 2 strings, id, exception", _ => RaiseCommandFailed(s_commandFailed)),
            Measure("accepted: string, int, double", RaiseMeasured),
            Measure("refused: MaxPerMinute is spent", _ => RaiseCommandFailed(s_limited)),
        ];
        _ring.Close();
        measurements.Add(Measure("refused: closed", _ => RaiseCommandFailed(s_commandFailed)));
        Volatile.Write(ref _isDone, true);
        _wakeUp.Signal();
        pump.Join();
        return measurements;
    }

    public void Dispose() => _wakeUp.Dispose();

    private Measurement Measure(string name, Func<int, bool> call)
        => Measurement.Of(name, Batch, count => CountAccepted(count, call), Settle);

    private static int CountAccepted(int count, Func<int, bool> call)
    {
        var accepted = 0;
        for (var i = 0; i < count; i++)
        {
            accepted += call(i) ? 1 : 0;
        }

        return accepted;
    }

    private bool RaiseCommandFailed(AlertDescriptor alert)
    {
        if (!_states.Get(alert).IsEnabled)
        {
            return false;
        }

        var size = AlertWriter.SizeOf(Component) + AlertWriter.SizeOf(Message) + sizeof(ulong)
            + AlertWriter.ReferenceSize;
        if (!TryClaim(alert, size, out var record))
        {
            return false;
        }

        record.Write(Component);
        record.Write(Message);
        record.Write(80351110224678912UL);
        record.EndKey();
        record.WriteReference(s_exception);
        record.Commit();
        return true;
    }

    private bool RaiseMeasured(int number)
    {
        if (!_states.Get(s_measured).IsEnabled)
        {
            return false;
        }

        var size = AlertWriter.SizeOf(Component) + sizeof(int) + sizeof(double);
        if (!TryClaim(s_measured, size, out var record))
        {
            return false;
        }

        record.Write(Component);
        record.Write(number);
        record.EndKey();
        record.Write(number * 0.5);
        record.Commit();
        return true;
    }

    private bool TryClaim(AlertDescriptor alert, int size, out AlertWriter record)
    {
        var state = _states.Get(alert);
        if (!state.TrySpend())
        {
            record = default;
            state.Refuse(RefusalReason.RateLimited);
            return false;
        }

        var result = _ring.TryClaim(alert.Id, size, isCritical: false, stamp: 0, out record);
        if (result == ClaimResult.Claimed)
        {
            return true;
        }

        state.Refuse(result == ClaimResult.Closed ? RefusalReason.Closed : RefusalReason.Full);
        return false;
    }

    private void Drain()
    {
        Func<bool> hasWork = () => Volatile.Read(ref _isDone) || _ring.TryRead(out _);
        while (!Volatile.Read(ref _isDone))
        {
            while (_ring.TryRead(out var record))
            {
                _ring.Release(record);
            }

            _wakeUp.Sleep(hasWork);
        }
    }

    private void Settle()
    {
        var spin = default(SpinWait);
        while (!_ring.IsEmpty)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    private static AlertDescriptor Describe(string name, params AlertParameter[] parameters)
        => Describe(name, maxPerMinute: 0, parameters);

    private static AlertDescriptor Describe(string name, int maxPerMinute, params AlertParameter[] parameters)
        => new(
            "Benchmarks." + name,
            eventId: 1,
            LogLevel.Error,
            template: string.Empty,
            route: null,
            parameters,
            render: static (ref _, _) => { })
        {
            MaxPerMinute = maxPerMinute,
        };
}
