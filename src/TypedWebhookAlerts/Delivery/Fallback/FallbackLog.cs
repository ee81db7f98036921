using System.Buffers;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// The last place for alerts that Discord does not take: a file of JSON lines, made when the first of them needs it.
/// </summary>
/// <remarks>Everything may be called from any thread, and nothing throws; it waits for the disk, so neither a caller
/// nor the pump calls it.</remarks>
internal sealed class FallbackLog
{
    private static readonly TimeSpan s_pruneEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>In real time: a thread that hangs with the disk must not take one that crashes with it.</summary>
    private static readonly TimeSpan s_gatePatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _lines = new();
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private volatile FallbackPlace _place = FallbackPlace.None;
    private FallbackPlace? _known;
    private TimeSpan? _prunedAt;
    private TimeSpan? _failedAt;
    private FileRights _toldRights;

    /// <param name="options">Which file, and how long and how large.</param>
    /// <param name="folder">Where a relative path begins; null for the current directory.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Told once when the file cannot be written to, or others could read it.</param>
    public FallbackLog(FallbackOptions options, string? folder, TimeProvider time, ILogger log)
    {
        // Now: a process may change its directory later.
        _folder = folder ?? Environment.CurrentDirectory;
        _time = time;
        _log = log;
        Configure(options);
    }

    /// <summary>The file's full path; null if none is kept.</summary>
    public string? Path => _place.Path;

    /// <summary>Takes the options. It waits for no write: that goes on where it began.</summary>
    public void Configure(FallbackOptions options)
    {
        var path = string.IsNullOrWhiteSpace(options.Path) ? null : System.IO.Path.GetFullPath(options.Path, _folder);
        if ((path, options.Retention, options.MaxBytes) != (_place.Path, _place.Retention, _place.MaxBytes))
        {
            _place = new FallbackPlace(path, options.Retention, options.MaxBytes);
        }
    }

    /// <summary>Appends an alert.</summary>
    /// <returns>Whether the file has it. After a failure others are refused for 10 seconds, then it is tried
    /// again.</returns>
    public bool TryWrite(FallbackEntry entry) => TryWriteAll([entry], isDurable: false) is not null;

    /// <summary>Appends alerts, all or none.</summary>
    /// <param name="entries">The alerts.</param>
    /// <param name="isDurable">For a process that is about to end: tried even soon after a failure, and on the disk
    /// when it returns.</param>
    /// <returns>The ids of their lines; null if the file does not have them.</returns>
    public IReadOnlyList<string>? TryWriteAll(IReadOnlyList<FallbackEntry> entries, bool isDurable)
    {
        var ids = new string[entries.Count];
        return Try(Write, isDurable) ? ids : null;

        void Write(DateTimeOffset now)
        {
            for (var i = 0; i < ids.Length; i++)
            {
                ids[i] = Guid.CreateVersion7(now).ToString("N");
                FallbackLine.WriteAlert(entries[i], ids[i], now, _lines);
            }
        }
    }

    /// <summary>Notes that alerts of the file were delivered after all.</summary>
    /// <param name="ids">The ids of their lines.</param>
    public bool TryMarkDelivered(IReadOnlyList<string> ids)
        => Try(now => FallbackLine.WriteDelivered(ids, now, _lines), isDurable: true);

    private bool Try(Action<DateTimeOffset> write, bool isDurable)
    {
        var place = _place;
        if (place.File is not { } file || !_gate.TryEnter(s_gatePatience))
        {
            return false;
        }

        string? failure = null;
        var news = FileRights.Private;
        try
        {
            Know(place);
            var now = Now;
            if (!isDurable && _failedAt is { } at && now - at < s_pauseAfterFailure)
            {
                return false;
            }

            failure = Append(file, place.Retention, write, isDurable);
            var isNews = failure is not null && _failedAt is null;
            _failedAt = failure is null ? null : now;
            failure = isNews ? failure : null;
            news = NewsOf(file.Rights);
            return _failedAt is null;
        }
        finally
        {
            _gate.Exit();
            if (failure is not null)
            {
                _log.FallbackFailed(failure);
            }

            Tell(news);
        }
    }

    private FileRights NewsOf(FileRights rights)
    {
        if (rights <= _toldRights)
        {
            return FileRights.Private;
        }

        _toldRights = rights;
        return rights;
    }

    private void Tell(FileRights news)
    {
        if (news == FileRights.Narrowed)
        {
            _log.FallbackNarrowed();
        }
        else if (news == FileRights.Unknown)
        {
            _log.FallbackIsShared();
        }
    }

    /// <summary>What was learned of another place does not hold.</summary>
    private void Know(FallbackPlace place)
    {
        if (_known != place)
        {
            _known = place;
            _prunedAt = null;
            _failedAt = null;
            _toldRights = FileRights.Private;
        }
    }

    /// <summary>Appends what is written into the buffer.</summary>
    /// <returns>What kind of failure kept it out; null if it is in the file.</returns>
    private string? Append(FallbackFile file, TimeSpan retention, Action<DateTimeOffset> write, bool isDurable)
    {
        try
        {
            var utcNow = _time.GetUtcNow();
            Prune(file, retention, utcNow);
            _lines.ResetWrittenCount();
            write(utcNow);
            file.Append(_lines.WrittenSpan, isDurable);
            return null;
        }
        catch (Exception exception)
        {
            // Whatever a disk, or a path, does: the last resort of others throws nothing.
            return UnsafeFileException.WordsFor(exception);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(0);

    private void Prune(FallbackFile file, TimeSpan retention, DateTimeOffset utcNow)
    {
        if (_prunedAt is null || Now - _prunedAt >= s_pruneEvery)
        {
            file.Prune(utcNow - retention);
            _prunedAt = Now;
        }
    }
}
