namespace TypedWebhookAlerts.Fuzzing;

/// <summary>Makes inputs of a corpus: what a fuzzer does without knowing the way through the program.</summary>
/// <param name="corpus">What it begins with.</param>
/// <param name="seed">What it follows from.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostSteps = 6;
    private const int MostBytes = 4096;

    private static readonly byte[] s_telling = [0, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xF0, 0xFE, 0xFF, .. "\\\"'`{}<>[]:;=@/\n\r "u8];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var input = Pick().ToList();
        for (var steps = _random.Next(1, MostSteps + 1); steps > 0; steps--)
        {
            Mutate(input);
        }

        return [.. input.Take(MostBytes)];
    }

    private void Mutate(List<byte> input)
    {
        var at = _random.Next(input.Count + 1);
        var count = Math.Min(_random.Next(1, 16), input.Count - at);
        switch (_random.Next(7))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = s_telling[_random.Next(s_telling.Length)];
                break;
            case 2:
                input.RemoveRange(at, count);
                break;
            case 3:
                input.InsertRange(at, input.GetRange(at, count));
                break;
            case 4:
                input.RemoveRange(at, input.Count - at);
                break;
            case 5:
                input.InsertRange(at, Part(Pick()));
                break;
            default:
                input.Insert(at, s_telling[_random.Next(s_telling.Length)]);
                break;
        }
    }

    private byte[] Pick() => corpus[_random.Next(corpus.Count)];

    private byte[] Part(byte[] other)
    {
        var from = _random.Next(other.Length + 1);
        return other[from..Math.Min(other.Length, from + _random.Next(1, 64))];
    }
}
