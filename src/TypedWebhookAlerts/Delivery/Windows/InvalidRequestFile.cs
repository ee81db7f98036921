using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// Keeps the counts of refused requests over a restart, and shares them between processes of one folder: a line that
/// says what it is, then a line a minute with the minute since 1970 and its count.
/// </summary>
internal sealed class InvalidRequestFile(string folder, ILogger log)
{
    private const string Name = "webhook-alerts-refused.txt";
    private const string Heading = "TypedWebhookAlerts: refused requests by minute, 1";
    private const int MostBytes = 1024;

    private readonly string _path = Path.Combine(folder, Name);
    private bool _hasToldIgnored;
    private bool _hasToldUnwritten;

    /// <summary>Reads the counts.</summary>
    /// <param name="minute">This minute.</param>
    /// <returns>Null when there is no file, or one that cannot be believed, which is said once.</returns>
    public MinuteCounts? Read(long minute)
    {
        try
        {
            PrivateFile.RefuseLink(_path);
            return File.Exists(_path) ? ReadFile(minute) ?? Ignore("its contents are not ours") : null;
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            return Ignore(UnsafeFileException.WordsFor(exception));
        }
    }

    /// <summary>Writes the counts: beside the file, then in its place, so that no reader sees a half.</summary>
    public void Write(MinuteCounts counts)
    {
        var beside = Path.Combine(folder, $".{Name}.{Guid.NewGuid():N}");
        try
        {
            PrivateFile.RefuseLink(_path);
            PrivateFolder.Create(folder);
            using (var file = PrivateFile.Create(beside, FileShare.Read))
            {
                file.Write(Encoding.ASCII.GetBytes(Format(counts)));
            }

            File.Move(beside, _path, overwrite: true);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            Remove(beside);
            if (!_hasToldUnwritten)
            {
                _hasToldUnwritten = true;
                log.RefusedRequestsNotKept(UnsafeFileException.WordsFor(exception));
            }
        }
    }

    private static string Format(MinuteCounts counts)
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var (minute, count) in counts.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{minute} {count}\n");
        }

        return text.ToString();
    }

    private static MinuteCounts? Parse(string text, long minute)
    {
        if (!text.EndsWith('\n') || text.Split('\n') is not [Heading, .. var lines, ""]
            || lines.Length > MinuteCounts.Minutes)
        {
            return null;
        }

        var counts = new MinuteCounts();
        foreach (var line in lines)
        {
            if (line.Split(' ') is not [var first, var second]
                || !long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || count is < 1 or > MinuteCounts.MostInMinute
                // Another process's clock may be a little ahead, no more.
                || at > minute + 1)
            {
                return null;
            }

            counts.Add(at, count);
        }

        return counts;
    }

    /// <summary>A pipe has no length.</summary>
    private MinuteCounts? ReadFile(long minute) => new FileInfo(_path).Length > 0 ? Parse(ReadText(), minute) : null;

    private string ReadText()
    {
        using var file = PrivateFile.Open(_path, FileShare.ReadWrite | FileShare.Delete);
        PrivateFile.RefuseWhatOthersWrite(file.SafeFileHandle);
        var bytes = new byte[MostBytes];
        var length = file.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return Encoding.ASCII.GetString(bytes, 0, length);
    }

    private MinuteCounts? Ignore(string why)
    {
        if (!_hasToldIgnored)
        {
            _hasToldIgnored = true;
            log.RefusedRequestsIgnored(why);
        }

        return null;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsOfFiles(exception))
        {
            // It cannot be removed where it could not be written.
        }
    }

    private static bool IsOfFiles(Exception exception)
        => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException
            or System.Security.SecurityException;
}
