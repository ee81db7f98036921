namespace TypedWebhookAlerts.Delivery;

/// <summary>
/// A file of lines that several processes append to. It is opened for each write, so that whoever moves or deletes it
/// is no trouble, and locked meanwhile, so that each line is whole.
/// </summary>
/// <param name="path">The file's full path.</param>
/// <param name="maxBytes">The most bytes of the file and of its predecessor together.</param>
/// <param name="atOpen">Called each time when a file is open, before it is looked at: where another process may come
/// between.</param>
internal sealed class FallbackFile(string path, long maxBytes, Action? atOpen = null)
{
    /// <summary>The first tries spin, the others wait a millisecond each: a line takes its writer less.</summary>
    private const int MaxTries = 200;

    // On Windows a lock keeps readers out as well, who are welcome; elsewhere only those who ask for it, and a shared
    // one would let two writers in.
    private static readonly FileShare s_share =
        OperatingSystem.IsWindows() ? FileShare.Read | FileShare.Delete : FileShare.None;

    private readonly string _former = Path.ChangeExtension(path, ".1" + Path.GetExtension(path));

    /// <summary>What was found of the files' rights.</summary>
    public FileRights Rights { get; private set; }

    /// <summary>Appends whole lines; if not all of them can be written, none are.</summary>
    /// <param name="lines">The lines, each with its end.</param>
    /// <param name="isDurable">Whether they are on the disk when this returns, and not only with the operating
    /// system.</param>
    public void Append(ReadOnlySpan<byte> lines, bool isDurable)
    {
        var stream = Open(path);
        try
        {
            if (RandomAccess.GetLength(stream.SafeFileHandle) is > 0 and var full && full + lines.Length > maxBytes / 2)
            {
                File.Move(path, _former, overwrite: true);
                stream.Dispose();
                stream = Open(path);
            }

            Append(stream, lines);
            if (isDurable)
            {
                RandomAccess.FlushToDisk(stream.SafeFileHandle);
            }
        }
        finally
        {
            stream.Dispose();
        }
    }

    /// <summary>Removes the lines that were written before some time.</summary>
    public void Prune(DateTimeOffset before)
    {
        if (File.Exists(path))
        {
            using var stream = Open(path);
            Prune(path, stream, before);
        }

        if (File.Exists(_former))
        {
            PruneFormer(before);
        }
    }

    /// <summary>What is no file there is left alone, until it is replaced when the file is full: it does not keep
    /// alerts out.</summary>
    private void PruneFormer(DateTimeOffset before)
    {
        try
        {
            using var stream = Open(_former);
            Prune(_former, stream, before);
        }
        catch (UnsafeFileException)
        {
        }
    }

    private void Prune(string file, FileStream stream, DateTimeOffset before)
    {
        var length = RandomAccess.GetLength(stream.SafeFileHandle);
        var lines = ReadEnd(stream, length);
        var kept = lines[StartOfYoungLines(lines, before)..];
        if (kept.IsEmpty && length > 0)
        {
            File.Delete(file);
        }
        else if (kept.Length < length)
        {
            Replace(file, stream, kept);
        }
    }

    /// <summary>Reads the file, or its last lines if it has become larger than all may be: by a reload, or another's
    /// doing.</summary>
    private Span<byte> ReadEnd(FileStream stream, long length)
    {
        var from = length > maxBytes ? length - (maxBytes / 2) : 0;
        var bytes = new byte[length - from];
        var end = bytes.AsSpan(0, RandomAccess.Read(stream.SafeFileHandle, bytes, from));
        return from > 0 ? end[(end.IndexOf((byte)'\n') + 1)..] : end;
    }

    /// <summary>Writes beside the file and then into its place: whoever is killed on the way loses nothing.</summary>
    private static void Replace(string file, FileStream stream, ReadOnlySpan<byte> lines)
    {
        var shorter = file + ".tmp";
        File.Delete(shorter);
        using (var target = PrivateFile.Create(shorter, s_share))
        {
            RandomAccess.Write(target.SafeFileHandle, lines, fileOffset: 0);
        }

        if (OperatingSystem.IsWindows())
        {
            // It moves nothing onto a file that is open.
            stream.Dispose();
        }

        File.Move(shorter, file, overwrite: true);
    }

    /// <summary>Where the first line begins that is not older; what cannot be read goes with what follows it.</summary>
    private static int StartOfYoungLines(ReadOnlySpan<byte> lines, DateTimeOffset before)
    {
        var keptFrom = 0;
        for (var at = 0; at < lines.Length;)
        {
            var length = lines[at..].IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : lines.Length - at;
            var written = FallbackLine.WrittenAt(lines.Slice(at, length));
            at += length;
            if (written >= before)
            {
                break;
            }

            keptFrom = written is null ? keptFrom : at;
        }

        return keptFrom;
    }

    private static void Append(FileStream stream, ReadOnlySpan<byte> lines)
    {
        var end = RandomAccess.GetLength(stream.SafeFileHandle);
        try
        {
            if (IsTorn(stream, end))
            {
                // What a killed process began is not to spoil what follows.
                lines = (byte[])[(byte)'\n', .. lines];
            }

            RandomAccess.Write(stream.SafeFileHandle, lines, end);
        }
        catch (IOException)
        {
            // A disk that became full on the way took a part of it.
            RandomAccess.SetLength(stream.SafeFileHandle, end);
            throw;
        }
    }

    private static bool IsTorn(FileStream stream, long end)
    {
        Span<byte> last = stackalloc byte[1];
        return end > 0 && RandomAccess.Read(stream.SafeFileHandle, last, end - 1) == 1 && last[0] != '\n';
    }

    /// <summary>Opens the file for this process alone, or makes it; only its user may read it then.</summary>
    private FileStream Open(string file)
    {
        var wait = default(SpinWait);
        for (var tries = 1; ; tries++)
        {
            FileStream? stream = null;
            try
            {
                stream = PrivateFile.OpenOrCreate(file, s_share, atOpen);
                var rights = PrivateFile.Narrow(stream.SafeFileHandle);
                if (IsInPlace(file, stream))
                {
                    Rights = rights > Rights ? rights : Rights;
                    return stream;
                }
            }
            catch (IOException exception) when (tries < MaxTries
                && exception is not (DirectoryNotFoundException or UnsafeFileException))
            {
                // Another process writes.
            }
            catch
            {
                stream?.Dispose();
                throw;
            }

            stream?.Dispose();
            if (tries == MaxTries)
            {
                throw new IOException("The file is held by others.");
            }

            wait.SpinOnce();
        }
    }

    /// <summary>Whether the open file still has its name: another process may have moved it before it was
    /// locked.</summary>
    private static bool IsInPlace(string file, FileStream stream)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var named = new FileInfo(file);
        return named.Exists
            && named.Length == RandomAccess.GetLength(stream.SafeFileHandle)
            && named.LastWriteTimeUtc == File.GetLastWriteTimeUtc(stream.SafeFileHandle);
    }
}
