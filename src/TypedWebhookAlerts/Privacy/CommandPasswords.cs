using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds the passwords that tools take behind a letter, as <c>curl -u user:password</c> does, or behind a word
/// that does not name a secret. Those behind one that does, such as <c>--password</c>, need no tool to be
/// known.</summary>
internal static class CommandPasswords
{
    /// <summary>So much of a command is looked through.</summary>
    private const int Longest = 512;

    private static readonly SearchValues<char> s_commandEnds = SearchValues.Create("\r\n|;`");

    private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" \t\"'");

    /// <summary>The tools, and the flags before a user with a password, or before a password.</summary>
    private static readonly Tool[] s_tools =
    [
        new("curl ", ["-u", "--user", "-U", "--proxy-user"], ["--oauth2-bearer"]),
        new("mysql", [], ["-p"]) { IsAttached = true },
        new("mariadb", [], ["-p"]) { IsAttached = true },
        new("sshpass ", [], ["-p"]),
        new("redis-cli ", [], ["-a"]),
        new("docker login ", [], ["-p"]),
        new("podman login ", [], ["-p"]),
        new("mongosh ", [], ["-p"]),
        new("mongodump ", [], ["-p"]),
        new("mongorestore ", [], ["-p"]),
        new("sqlcmd ", [], ["-P"]),
        new("az login ", [], ["-p"]),
        new("ldapsearch ", [], ["-w"]),
    ];

    /// <summary>How the commands begin.</summary>
    public static IEnumerable<string> Names => s_tools.Select(tool => tool.Name);

    /// <returns>Where to look on from; -1 if no command begins here.</returns>
    public static int Find(ref SecretSearch search, int start, ref ValueReach values)
    {
        foreach (var tool in s_tools)
        {
            if (search.Text[start..].StartsWith(tool.Name, StringComparison.OrdinalIgnoreCase))
            {
                // What is a part of another command was looked through with it.
                var end = start + tool.Name.AsSpan().TrimEnd(' ').Length;
                if (start >= values.CommandsEnd)
                {
                    Find(ref search, end, tool, out var commandsEnd);
                    values.CommandsEnd = commandsEnd;
                }

                return end;
            }
        }

        return -1;
    }

    private static void Find(ref SecretSearch search, int start, Tool tool, out int commandsEnd)
    {
        var command = search.Text[..Math.Min(search.Text.Length, start + Longest)];
        var length = command[start..].IndexOfAny(s_commandEnds);
        command = length < 0 ? command : command[..(start + length)];
        commandsEnd = command.Length;
        for (var at = start; at < command.Length;)
        {
            var next = command[at..].IndexOf(" -");
            if (next < 0)
            {
                return;
            }

            at += next + 1;
            var flag = FlagAt(command[at..], tool, out var isPair);
            at += Math.Max(1, flag.Length);
            if (flag.Length > 0 && ValueStart(command, at, flag, tool) is var value and >= 0)
            {
                at = FindValue(ref search, command, value, isPair);
            }
        }
    }

    private static ReadOnlySpan<char> FlagAt(ReadOnlySpan<char> text, Tool tool, out bool isPair)
    {
        foreach (var flag in tool.Pairs)
        {
            if (text.StartsWith(flag))
            {
                isPair = true;
                return flag;
            }
        }

        isPair = false;
        foreach (var flag in tool.Passwords)
        {
            if (text.StartsWith(flag))
            {
                return flag;
            }
        }

        return default;
    }

    /// <summary>Where a flag's value begins; -1 if it has none. Behind a letter it may stand without a space.</summary>
    private static int ValueStart(ReadOnlySpan<char> command, int end, ReadOnlySpan<char> flag, Tool tool)
    {
        if (end >= command.Length)
        {
            return -1;
        }

        var isLetter = flag.Length == 2;
        return command[end] switch
        {
            ' ' => tool.IsAttached ? -1 : end + 1,
            '=' when !isLetter => end + 1,
            _ => isLetter ? end : -1,
        };
    }

    private static int FindValue(ref SecretSearch search, ReadOnlySpan<char> command, int start, bool isPair)
    {
        var quote = KeyValueSecrets.OpeningQuote(command, start);
        start += quote.Length;
        var rest = command[start..];
        var length = quote.Length > 0 ? rest.IndexOf(quote) : rest.IndexOfAny(s_wordEnds);
        var end = length < 0 ? command.Length : start + length;
        end = start + command[start..end].TrimEnd('\\').Length;
        var password = isPair ? start + command[start..end].IndexOf(':') + 1 : start;
        if ((!isPair || password > start) && !Placeholder.IsOne(command[password..end]))
        {
            search.Add(password, end, RedactedKinds.Secret);
        }

        return end;
    }

    private sealed record Tool(string Name, string[] Pairs, string[] Passwords)
    {
        /// <summary>Whether nothing may stand between a letter and its value: alone it asks for a password.</summary>
        public bool IsAttached { get; init; }
    }
}
