namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A text that leaves, and what may not leave with it.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Secrets">The parts of which nothing recognisable may remain, as they are and as they are written in the
/// text; none for a near miss.</param>
internal sealed record CorpusSample(string Kind, string Text, IReadOnlyList<string> Secrets)
{
    /// <summary>So many characters of a secret in a row are recognisable; of a shorter secret all are.</summary>
    private const int Recognisable = 8;

    /// <summary>What stands before the text where it is shown.</summary>
    public string Before { get; init; } = "";

    /// <summary>Whether the text's end is missing.</summary>
    public bool IsCut { get; init; }

    /// <summary>The text in front of the secret's surroundings.</summary>
    public string Begin { get; init; } = "";

    /// <summary>The text behind the secret's surroundings.</summary>
    public string End { get; init; } = "";

    /// <summary>Whether what stands around the secret is in a text as it was.</summary>
    public bool IsKeptIn(string text) => text.StartsWith(Begin, StringComparison.Ordinal)
        && text.EndsWith(End, StringComparison.Ordinal);

    /// <summary>Whether something recognisable of a secret is in a text.</summary>
    public bool IsSeenIn(string text) => Secrets.Any(secret => IsSeenIn(secret, text));

    /// <summary>The text with letters and digits of its secrets as x and 0, to be shown in a failure: a log is no place
    /// for them either, and who reads it sees the shape.</summary>
    public override string ToString()
    {
        var before = Before.Length == 0 ? "" : $"({Before}) ";
        return $"{Kind}: {before}{Masked().ReplaceLineEndings("⏎")}{(IsCut ? "✂" : "")}";
    }

    private static bool IsSeenIn(string secret, string text)
    {
        var length = Math.Min(Recognisable, secret.Length);
        for (var at = 0; at + length <= secret.Length; at++)
        {
            if (text.AsSpan().Contains(secret.AsSpan(at, length), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private string Masked()
    {
        var masked = Text.ToCharArray();
        for (var at = 0; at < Text.Length; at++)
        {
            var part = Text.AsSpan(at, Math.Min(Recognisable, Text.Length - at));
            foreach (var secret in Secrets)
            {
                var length = Math.Min(part.Length, secret.Length);
                if (length >= Math.Min(Recognisable, secret.Length)
                    && secret.AsSpan().Contains(part[..length], StringComparison.Ordinal))
                {
                    Mask(masked.AsSpan(at, length));
                }
            }
        }

        return new string(masked);
    }

    private static void Mask(Span<char> text)
    {
        foreach (ref var character in text)
        {
            character = char.IsAsciiDigit(character) ? '0' : char.IsAsciiLetter(character) ? 'x' : character;
        }
    }
}
