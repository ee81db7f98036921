using Microsoft.Win32.SafeHandles;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Makes and opens files that only their user may read, in places where others might have put something else:
/// what is a link, a pipe or a device is refused.</summary>
/// <remarks>On Windows the rights are those of the folder. A hard link cannot be told from a file.</remarks>
internal static class PrivateFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Makes a file that is not there yet. No link is followed then, wherever it leads.</summary>
    /// <exception cref="IOException">Something is there.</exception>
    public static FileStream Create(string path, FileShare share) => new(path, Options(FileMode.CreateNew, share));

    /// <summary>Opens a file, or makes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">What others may do meanwhile.</param>
    /// <param name="atOpen">Called when it is open, before it is looked at: where another process may come
    /// between.</param>
    /// <exception cref="UnsafeFileException">Something else is there.</exception>
    public static FileStream OpenOrCreate(string path, FileShare share, Action? atOpen = null)
    {
        RefuseLink(path);
        if (File.Exists(path))
        {
            return Open(path, share, atOpen);
        }

        if (Directory.Exists(path))
        {
            throw new UnsafeFileException("it is a folder");
        }

        var made = Create(path, share);
        atOpen?.Invoke();
        return made;
    }

    /// <summary>Opens a file that is there.</summary>
    /// <inheritdoc cref="OpenOrCreate"/>
    public static FileStream Open(string path, FileShare share, Action? atOpen = null)
    {
        RefuseLink(path);

        // Also where it is only read: whoever opens a pipe for that alone waits for a writer.
        var stream = new FileStream(path, Options(FileMode.Open, share));
        try
        {
            atOpen?.Invoke();

            // It may have come since.
            RefuseLink(path);
            RefuseWhatIsNoFile(stream);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="UnsafeFileException">It is a link, to whatever.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new UnsafeFileException("it is a symbolic link");
        }
    }

    /// <summary>Takes the rights of others from an open file, before anything is written.</summary>
    /// <exception cref="UnsafeFileException">It is not ours to do so: others will read what we write.</exception>
    public static FileRights Narrow(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & OfOthers) == 0)
        {
            return FileRights.Private;
        }

        try
        {
            File.SetUnixFileMode(file, OwnersAlone);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UnsafeFileException("it is another user's, and others may read it");
        }

        // File systems without such rights take the change, and do nothing.
        return (File.GetUnixFileMode(file) & OfOthers) == 0 ? FileRights.Narrowed : FileRights.Unknown;
    }

    /// <exception cref="UnsafeFileException">Others may write to an open file.</exception>
    public static void RefuseWhatOthersWrite(SafeFileHandle file)
    {
        const UnixFileMode WriteOfOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & WriteOfOthers) != 0)
        {
            throw new UnsafeFileException("others may write to it");
        }
    }

    /// <summary>A pipe cannot be searched; a device seems empty, and cannot be cut to its length as an empty file
    /// can.</summary>
    private static void RefuseWhatIsNoFile(FileStream stream)
    {
        try
        {
            if (RandomAccess.GetLength(stream.SafeFileHandle) == 0)
            {
                RandomAccess.SetLength(stream.SafeFileHandle, 0);
            }
        }
        catch (Exception exception) when (exception is NotSupportedException or IOException)
        {
            throw new UnsafeFileException("it is no regular file");
        }
    }

    private static FileStreamOptions Options(FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersAlone;
        }

        return options;
    }
}
