using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using Xunit;

namespace TypedWebhookAlerts.Tests;

/// <summary>How long a property is looked at: the same few values in every ordinary run, since what lands must not
/// depend on chance; other values for <c>LONG_RUN</c> seconds where that is set. A value that breaks it is made smaller
/// before it is told, and <c>CsCheck_Seed</c> repeats that one in a long run.</summary>
internal static class LongRun
{
    private const int Ordinary = 100;

    /// <summary>The seconds; 0 for an ordinary run.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("LONG_RUN"), CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : 0;

    /// <summary>Looks whether something holds of a generator's values.</summary>
    /// <param name="values">Gives the values.</param>
    /// <param name="assert">Throws for a value of which it does not hold.</param>
    /// <param name="count">How many values an ordinary run takes.</param>
    /// <param name="threads">On how many threads at a time; -1 for one a core.</param>
    /// <param name="print">Tells a value.</param>
    public static void Hold<T>(
        this Gen<T> values, Action<T> assert, int count = Ordinary, int threads = -1, Func<T, string>? print = null)
    {
        if (Seconds > 0)
        {
            Check(values, assert, seed: null, long.MaxValue, Seconds, threads, print);
            return;
        }

        var broken = new ConcurrentDictionary<long, Exception>();
        var looked = Parallel.For(0, count, Threads(threads), (number, loop) =>
        {
            try
            {
                assert(ValueOf(values, number));
            }
            catch (Exception exception)
            {
                broken[number] = exception;
                loop.Break();
            }
        });
        if (looked.LowestBreakIteration is { } lowest)
        {
            Check(values, assert, SeedOf(lowest).ToString(), count, seconds: -1, threads: 1, print);
            throw HeldTheSecondTime(lowest, broken[lowest]);
        }
    }

    /// <summary>Looks whether something holds of a generator's pairs.</summary>
    public static void Hold<T1, T2>(
        this Gen<(T1, T2)> values, Action<T1, T2> assert, int count = Ordinary, int threads = -1)
        => values.Hold(pair => assert(pair.Item1, pair.Item2), count, threads);

    /// <summary>Looks whether something holds of a generator's triples.</summary>
    public static void Hold<T1, T2, T3>(
        this Gen<(T1, T2, T3)> values, Action<T1, T2, T3> assert, int count = Ordinary, int threads = -1)
        => values.Hold(triple => assert(triple.Item1, triple.Item2, triple.Item3), count, threads);

    /// <summary>Looks whether something holds of four values at a time.</summary>
    public static void Hold<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> values, Action<T1, T2, T3, T4> assert, int count = Ordinary, int threads = -1)
        => values.Hold(four => assert(four.Item1, four.Item2, four.Item3, four.Item4), count, threads);

    /// <inheritdoc cref="Hold{T}"/>
    public static async Task HoldAsync<T>(
        this Gen<T> values, Func<T, Task> assert, int count = Ordinary, int threads = -1, Func<T, string>? print = null)
    {
        if (Seconds > 0)
        {
            await CheckAsync(values, assert, seed: null, long.MaxValue, Seconds, threads, print);
            return;
        }

        var broken = new SortedList<int, Exception>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), Threads(threads), async (number, _) =>
        {
            try
            {
                await assert(ValueOf(values, number));
            }
            catch (Exception exception)
            {
                lock (broken)
                {
                    broken.Add(number, exception);
                }
            }
        });
        if (broken.Count > 0)
        {
            var (lowest, exception) = broken.First();
            await CheckAsync(values, assert, SeedOf(lowest).ToString(), count, seconds: -1, threads: 1, print);
            throw HeldTheSecondTime(lowest, exception);
        }
    }

    /// <summary>Looks whether something holds of a generator's pairs.</summary>
    public static Task HoldAsync<T1, T2>(
        this Gen<(T1, T2)> values, Func<T1, T2, Task> assert, int count = Ordinary, int threads = -1)
        => values.HoldAsync(pair => assert(pair.Item1, pair.Item2), count, threads);

    /// <summary>Looks whether something holds of a generator's triples.</summary>
    public static Task HoldAsync<T1, T2, T3>(
        this Gen<(T1, T2, T3)> values, Func<T1, T2, T3, Task> assert, int count = Ordinary, int threads = -1)
        => values.HoldAsync(triple => assert(triple.Item1, triple.Item2, triple.Item3), count, threads);

    private static PCG SeedOf(long number) => new(0, (ulong)number);

    private static T ValueOf<T>(Gen<T> values, int number) => values.Generate(SeedOf(number), null, out _);

    private static ParallelOptions Threads(int count)
        => new() { MaxDegreeOfParallelism = count < 0 ? Environment.ProcessorCount : count };

#pragma warning disable RS0030 // here, and nowhere else: only its first value can be told it
    private static void Check<T>(
        Gen<T> values, Action<T> assert, string? seed, long count, int seconds, int threads, Func<T, string>? print)
        => values.Sample(assert, seed is null ? Tell : null, seed, count, seconds, threads, print);

    private static Task CheckAsync<T>(
        Gen<T> values, Func<T, Task> assert, string? seed, long count, int seconds, int threads, Func<T, string>? print)
        => values.SampleAsync(assert, seed is null ? Tell : null, seed, count, seconds, threads, print);
#pragma warning restore RS0030

    private static InvalidOperationException HeldTheSecondTime(long number, Exception exception)
        => new(
            $"It does not hold of value {number}, but did when that was looked at again: {exception.Message}",
            exception);

    private static void Tell(string text)
        => Console.Error.WriteLine($"{TestContext.Current.TestMethod?.MethodName}: {text}");
}
