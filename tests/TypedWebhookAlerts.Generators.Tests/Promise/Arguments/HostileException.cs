using CsCheck;
using TypedWebhookAlerts.Generators.Tests.Promise.Subjects;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Arguments;

/// <summary>Exceptions of every build: thrown and not, nested, aggregated, with texts of a user's own.</summary>
internal static class HostileException
{
    private const int Depth = 3;
    private const int GiantStack = 100;

    public static readonly Gen<Exception?> Any = Gen.Frequency(
        (8, Of(Depth).Select(exception => (Exception?)exception)),
        (1, Gen.Const((Exception?)null)));

    private static Gen<Exception> Of(int depth)
    {
        var message = HostileText.Any;
        var plain = message.Select(text => (Exception)new InvalidOperationException(text));
        if (depth == 0)
        {
            return plain;
        }

        var inner = Of(depth - 1);
        return Gen.Frequency(
            (4, plain),
            (3, message.Select(text => Thrown(new ArgumentException(text)))),
            (2, Gen.Select(HostileText.OrNull, HostileText.OrNull, inner)
                .Select((text, trace, cause) => (Exception)new EvilException(text, trace, cause))),
            (2, Gen.Select(message, inner.Array[0, 6])
                .Select((text, causes) => (Exception)new AggregateException(text, causes))),
            (1, inner.Select(cause => Thrown(cause, GiantStack))),
            (1, message.Select(text => (Exception)new ItsOwn<Dictionary<string, List<int?>>>(text))));
    }

    private static Exception Thrown(Exception exception, int frames = 0)
    {
        try
        {
            Throw(exception, frames);
            return exception;
        }
        catch (Exception thrown)
        {
            // The stack trace is what this is for.
            return thrown;
        }
    }

    private static void Throw(Exception exception, int frames)
    {
        if (frames == 0)
        {
            throw exception;
        }

        Throw(exception, frames - 1);
    }

    private sealed class ItsOwn<T>(string message) : Exception(message);
}
