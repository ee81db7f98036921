namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>A stream of chances that is the same for a seed on every machine and in every runtime.</summary>
/// <param name="seed">Where the stream begins.</param>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for a name, so that a new kind changes no other kind's samples.</summary>
    public static Chance Of(ulong seed, string name)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return new Chance(hash);
    }

    // SplitMix64.
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from <paramref name="least"/> up to and without <paramref name="end"/>.</summary>
    public int Between(int least, int end) => least + (int)(Next() % (ulong)(end - least));

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Between(0, choices.Length)];

    public string Text(string alphabet, int length)
        => string.Create(length, (This: this, alphabet), static (text, state) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                text[at] = state.alphabet[state.This.Between(0, state.alphabet.Length)];
            }
        });

    public string Digits(int length) => Text(Alphabets.NonZero, 1) + Text(Alphabets.Digits, length - 1);

    public byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length; at++)
        {
            bytes[at] = (byte)Next();
        }

        return bytes;
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var at = shuffled.Length - 1; at > 0; at--)
        {
            var other = Between(0, at + 1);
            (shuffled[at], shuffled[other]) = (shuffled[other], shuffled[at]);
        }

        return shuffled;
    }
}
