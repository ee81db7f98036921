namespace TypedWebhookAlerts.Rendering;

/// <summary>Walks through what caused an exception: each cause before its own causes, and not without end.</summary>
internal static class ExceptionCauses
{
    /// <summary>So many causes are looked at; a chain of retries may be longer than anybody reads.</summary>
    public const int MostVisited = 64;

    private const int LongestChain = 1024;

    /// <summary>The first causes.</summary>
    public static IReadOnlyList<Exception> Of(Exception exception)
    {
        var causes = new List<Exception>();
        Add(exception, causes);
        return causes;
    }

    /// <summary>The cause that has none: the first one's, where there are several at once. The exception itself if
    /// nothing caused it.</summary>
    public static Exception Innermost(Exception exception)
    {
        for (var steps = 0; steps < LongestChain && exception.InnerException is { } inner; steps++)
        {
            exception = inner;
        }

        return exception;
    }

    /// <summary>Whether an exception is among others: itself, whatever it is equal to.</summary>
    public static bool Has(IEnumerable<Exception> exceptions, Exception exception)
        => exceptions.Contains(exception, ReferenceEqualityComparer.Instance);

    private static void Add(Exception exception, List<Exception> causes)
    {
        if (exception is AggregateException { InnerExceptions.Count: > 1 } aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions)
            {
                AddWithItsOwn(inner, causes);
            }
        }
        else if (exception.InnerException is { } inner)
        {
            AddWithItsOwn(inner, causes);
        }
    }

    private static void AddWithItsOwn(Exception exception, List<Exception> causes)
    {
        if (causes.Count < MostVisited)
        {
            causes.Add(exception);
            Add(exception, causes);
        }
    }
}
