using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// Finds secrets in a text and puts a word in their place that says of which kind they were. Its time grows with the
/// text and no faster; a text without secrets costs little and allocates nothing.
/// </summary>
/// <remarks>
/// Each search goes through the whole text, and none but the last looks at what others have found. Secrets that overlap
/// are made one (<see cref="Redaction.Apply"/>); where two find the same, the first names it:
/// <list type="number">
/// <item><see cref="KeySearch"/>: what words give away. It finds the words, and hands each on to who knows it:
/// <see cref="KeyValueSecrets"/> (with <see cref="HeaderValues"/>, <see cref="ValueLists"/>, <see cref="LinesBelow"/>
/// and <see cref="BracedPassword"/>), <see cref="UrlPasswords"/>, <see cref="WebhookAddresses"/>,
/// <see cref="Credentials"/>, <see cref="CommandPasswords"/>, <see cref="PasswordHashes"/>, <see cref="PrivateKeys"/>,
/// <see cref="AzureSecrets"/>.</item>
/// <item><see cref="TokenSearch"/>: what its look gives away, whatever stands around it.</item>
/// <item><see cref="Disguise"/> and <see cref="BrokenTokens"/>: these two once more, of the text as it looks and with
/// its lines joined.</item>
/// <item><see cref="CustomPatterns"/>: what the user looks for.</item>
/// <item><see cref="CutEnd"/>, of a text that was cut: what may be the begin of a secret at its end, unless the others
/// have found that.</item>
/// </list>
/// That is repeated until nothing more is found; then <see cref="PersonalData"/> is looked for in what is left.
/// </remarks>
internal sealed class SecretScrubber
{
    /// <summary>So much of what stands before a text can tell what the text is.</summary>
    private const int LongestBefore = 160;

    /// <summary>What is found can hide what stands beside it: the name of a key, taken for the value of another. So a
    /// text that held a secret is searched again, mostly to find nothing.</summary>
    private const int MostPasses = 8;

    /// <summary>What hides nothing: ASCII, but for the end of a line and the begin of an escape.</summary>
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        [.. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => character is not ('\n' or '\\'))]);

    private readonly Excuses _excuses;
    private readonly CustomPatterns? _custom;
    private readonly bool _pii;

    private SecretScrubber(RedactionOptions options)
    {
        _excuses = Excuses.Create(options);
        _custom = CustomPatterns.Create(options);
        _pii = options.Pii;
    }

    /// <summary>Finds what no option adds to or excuses from.</summary>
    public static SecretScrubber Default { get; } = new(new RedactionOptions());

    /// <summary>Finds what the options ask for, which the validator has checked.</summary>
    public static SecretScrubber Create(RedactionOptions options)
        => options is { Pii: false, Patterns.Count: 0, Except.Count: 0 } ? Default : new SecretScrubber(options);

    /// <summary>Takes the secrets out of a text.</summary>
    /// <param name="text">The text, whole.</param>
    /// <param name="before">What stands before it, such as a field's name or the literal <c>password=</c>: a value is a
    /// secret when its key says so.</param>
    /// <param name="isCut">Whether the text's end is missing: what may be the begin of a secret there goes too.</param>
    /// <returns>The text without its secrets; null when it has none.</returns>
    public string? Scrub(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        try
        {
            return ScrubOrThrow(text, before, isCut);
        }
        catch (Exception)
        {
            // Whatever it is: a text that could not be searched is not shown.
            return Redaction.Withheld;
        }
    }

    /// <summary>Takes the secrets out of a text, and hides no defect of the search: for the tests.</summary>
    /// <inheritdoc cref="Scrub(ReadOnlySpan{char}, ReadOnlySpan{char}, bool)"/>
    internal string? ScrubOrThrow(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        before = before[Math.Max(0, before.Length - LongestBefore)..];
        var shown = ScrubSecrets(text, before, isCut);
        return _pii ? ScrubPersonalData(shown is null ? text : shown) ?? shown : shown;
    }

    private string? ScrubSecrets(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        var shown = ScrubOnce(text, before, isCut);
        for (var passes = 1; shown is not null; passes++)
        {
            if (ScrubOnce(shown, before, isCut) is not { } again || again == shown)
            {
                break;
            }

            if (passes == MostPasses)
            {
                // Nothing is known of such a text, and nobody but an attacker writes one: it is not shown.
                return Redaction.Withheld;
            }

            shown = again;
        }

        return shown;
    }

    /// <summary>Takes personal data out of a text without secrets: a password before an @ and a host is no
    /// address.</summary>
    private string? ScrubPersonalData(ReadOnlySpan<char> text)
    {
        var search = new SecretSearch(text, from: 0, isCut: false, _excuses);
        PersonalData.Find(ref search);
        return search.Found is { } found ? Redaction.Apply(text, found, from: 0) : null;
    }

    private string? ScrubOnce(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
        => KeySearch.MayTell(before) ? ScrubAfter(text, before, isCut) : Scrub(text, from: 0, isCut);

    private string? ScrubAfter(ReadOnlySpan<char> text, ReadOnlySpan<char> before, bool isCut)
    {
        // A name alone, of a field, is a key whose whole value follows.
        var name = before.TrimEnd();
        var isName = name[^1] is '_' || char.IsLetterOrDigit(name[^1]);
        var strength = isName ? KeyValueSecrets.StrengthAtEnd(name) : KeyStrength.None;
        if (strength is KeyStrength.Password or KeyStrength.Token
            && SecretValue.OfField(strength).IsSecret(text)
            && !_excuses.Excuse(RedactedKinds.Secret, text))
        {
            return Redaction.Mark(RedactedKinds.Secret);
        }

        var separator = strength == KeyStrength.None ? string.Empty : ": ";
        var from = before.Length + separator.Length;

        // Most of what stands before a text tells nothing in the end, and clean text allocates nothing.
        var room = ArrayPool<char>.Shared.Rent(from + text.Length);
        try
        {
            before.CopyTo(room);
            separator.CopyTo(room.AsSpan(before.Length));
            text.CopyTo(room.AsSpan(from));
            return Scrub(room.AsSpan(0, from + text.Length), from, isCut);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(room, clearArray: true);
        }
    }

    private string? Scrub(ReadOnlySpan<char> text, int from, bool isCut)
    {
        var search = new SecretSearch(text, from, isCut, _excuses);
        KeySearch.Find(ref search);
        TokenSearch.Find(ref search);
        if (search.Text.ContainsAnyExcept(s_plain))
        {
            Disguise.Find(ref search);
            BrokenTokens.Find(ref search);
        }

        _custom?.Find(ref search);
        if (isCut)
        {
            CutEnd.Find(ref search);
        }

        return search.Found is { } found ? Redaction.Apply(text, found, from) : null;
    }
}
