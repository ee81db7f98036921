using System.Globalization;
using CsCheck;
using Xunit;

namespace TypedWebhookAlerts.Tests.Rendering;

/// <summary>How long a property is looked at: the same few values in every ordinary run, since what lands must not depend
/// on chance; other values for <c>LONG_RUN</c> seconds where that is set.</summary>
internal static class LongRun
{
    /// <summary>The seconds; 0 for an ordinary run.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LONG_RUN"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : 0;

    /// <summary>Looks whether something holds of a generator's values.</summary>
    /// <param name="values">Gives the values.</param>
    /// <param name="assert">Throws for a value of which it does not hold.</param>
    /// <param name="count">How many values an ordinary run takes.</param>
    public static void Hold<T>(this Gen<T> values, Action<T> assert, int count)
    {
        if (Seconds > 0)
        {
            values.Sample(assert, iter: long.MaxValue, time: Seconds, writeLine: Tell);
            return;
        }

        Parallel.For(0, count, number =>
        {
            try
            {
                assert(values.Generate(new PCG(0, (ulong)number), null, out _));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"It does not hold of value {number}: {exception.Message}", exception);
            }
        });
    }

    /// <summary>Looks whether something holds of a generator's pairs.</summary>
    public static void Hold<T1, T2>(this Gen<(T1, T2)> values, Action<T1, T2> assert, int count)
        => values.Hold(pair => assert(pair.Item1, pair.Item2), count);

    /// <summary>Looks whether something holds of a generator's triples.</summary>
    public static void Hold<T1, T2, T3>(this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> assert, int count)
        => values.Hold(triple => assert(triple.Item1, triple.Item2, triple.Item3), count);

    /// <summary>Looks whether something holds of four values at a time.</summary>
    public static void Hold<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> assert, int count)
        => values.Hold(four => assert(four.Item1, four.Item2, four.Item3, four.Item4), count);

    private static void Tell(string text) => Console.Error.WriteLine($"{TestContext.Current.TestMethod?.MethodName}: {text}");
}
