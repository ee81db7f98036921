using System.Net;
using System.Text;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing;

/// <summary>
/// Something that goes wrong with a request. Immutable; given to <see cref="FaultPlan.AnswerWith"/>. Each works in
/// memory and over loopback HTTP.
/// </summary>
/// <remarks>Some faults stand before Discord, which then never sees the request; others befall the answer of a request
/// that Discord has taken, whose message is therefore in the channel. Each says which.</remarks>
public sealed class Fault
{
    private readonly string _name;
    private readonly Func<FaultScene, ApiAnswer> _answer;

    private Fault(string name, Func<FaultScene, ApiAnswer> answer)
    {
        _name = name;
        _answer = answer;
    }

    /// <summary>None: Discord answers as always. In a plan it keeps a request from the faults planned behind
    /// it.</summary>
    public static Fault None { get; } = new("none", scene => scene.Decide());

    /// <summary>What a banned address is told: 429 with a page of HTML, without <c>Retry-After</c> and without rate
    /// limit headers. Discord does not see the request.</summary>
    public static Fault Banned { get; } = Refusal("banned", Answers.Banned);

    /// <summary>503, as in an outage. Discord does not see the request.</summary>
    public static Fault Unavailable { get; } = Status(HttpStatusCode.ServiceUnavailable);

    /// <summary>404 with code 10015: somebody has deleted the webhook.</summary>
    public static Fault WebhookDeleted { get; } = Refusal("webhook deleted", Answers.UnknownWebhook);

    /// <summary>401 with code 50027: the webhook has another token now.</summary>
    public static Fault TokenRevoked { get; } = Refusal("token revoked", Answers.InvalidToken);

    /// <summary>403 with code 50013: the webhook may not post in its channel.</summary>
    public static Fault MissingPermissions { get; } = Refusal("missing permissions", Answers.MissingPermissions);

    /// <summary>404 with code 10008: somebody has deleted the message. It stays in the simulator: to delete one, see
    /// <see cref="DiscordSimulator.Delete(SimulatedMessage)"/>.</summary>
    public static Fault MessageDeleted { get; } = Refusal("message deleted", Answers.UnknownMessage);

    /// <summary>No answer until the sender gives up. Discord does not see the request.</summary>
    public static Fault Hang { get; } = Refusal("hang", Answers.None with { Course = AnswerCourse.Hangs });

    /// <summary>Discord takes the request, and its answer does not come until the sender gives up.</summary>
    public static Fault HangAfterStoring { get; } =
        new("hang after storing", scene => scene.Decide() with { Course = AnswerCourse.Hangs });

    /// <summary>The connection breaks before Discord has seen the request.</summary>
    public static Fault Reset { get; } = Refusal("reset", Answers.None with { Course = AnswerCourse.Breaks });

    /// <summary>Discord takes the request, and the connection breaks before its answer. To the sender it looks like
    /// <see cref="Reset"/>: whether the message is there cannot be decided.</summary>
    public static Fault ResetAfterStoring { get; } =
        new("reset after storing", scene => scene.Decide() with { Course = AnswerCourse.Breaks });

    /// <summary>Discord takes the request and answers it with the right status and headers and a body without
    /// end.</summary>
    public static Fault EndlessBody { get; } =
        new("endless body", scene => scene.Decide() with { Course = AnswerCourse.IsEndless });

    /// <summary>A 429 of a window that need not be spent. As with a true one no message is stored, and a place in the
    /// webhook's window is taken unless the scope is global.</summary>
    /// <param name="scope">Whose limit it speaks of.</param>
    /// <param name="retryAfter">The wait that the header, in whole seconds rounded up, and the body ask for;
    /// null to name none anywhere.</param>
    public static Fault RateLimited(RateLimitScope scope, TimeSpan? retryAfter)
        => new(
            $"429 {scope}, " + (retryAfter is { } wait
                ? FormattableString.Invariant($"retry after {wait.TotalSeconds} s")
                : "no retry after"),
            scene => scene.RateLimited(scope, retryAfter));

    /// <summary>A status of a server between the sender and Discord, which does not see the request.</summary>
    /// <param name="status">The status.</param>
    /// <param name="body">The body, of type <c>application/json</c> if it begins with a brace, else
    /// <c>text/html</c>.</param>
    /// <param name="headers">Headers of the answer.</param>
    public static Fault Status(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(headers);
        return Refusal($"{(int)status}", Page(status, body, headers));
    }

    /// <summary>A status of a server between the sender and Discord, which does not see the request, with a body
    /// without end.</summary>
    /// <param name="status">The status.</param>
    public static Fault EndlessPage(HttpStatusCode status)
        => Refusal($"{(int)status}, endless", Page(status, "", []) with { Course = AnswerCourse.IsEndless });

    /// <summary>Discord takes the request and answers it with the right status and headers and another body.</summary>
    /// <param name="body">The body, such as <c>[]</c> or a page of HTML.</param>
    public static Fault Body(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new("another body", scene => scene.Decide() with
        {
            ContentType = TypeOf(body),
            Body = Encoding.UTF8.GetBytes(body),
        });
    }

    /// <summary>Discord takes the request and answers it with headers that lie.</summary>
    /// <param name="headers">The headers, in place of the true ones of that name; null leaves one out.</param>
    public static Fault Headers(params (string Name, string? Value)[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return new("other headers", scene => scene.Decide().With(headers));
    }

    /// <summary>Discord takes the request and answers it at once with status and headers, and the body drips: in drops
    /// a second apart, by the simulator's clock.</summary>
    /// <param name="time">How long, at least a second, until the body is whole; null for ever.</param>
    public static Fault SlowBody(TimeSpan? time = null)
    {
        if (time is { } finite)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(finite, Transport.AnswerBody.Pause);
        }

        return new(
            "slow body, " + (time is { } known ? FormattableString.Invariant($"{known.TotalSeconds} s") : "for ever"),
            scene => scene.Decide() with { Course = AnswerCourse.Drips, DripsFor = time });
    }

    /// <summary>The fault in words, as the timeline shows it.</summary>
    public override string ToString() => _name;

    internal ApiAnswer Answer(FaultScene scene) => _answer(scene) with { Fault = this == None ? null : this };

    private static Fault Refusal(string name, ApiAnswer answer) => new(name, _ => answer);

    private static ApiAnswer Page(HttpStatusCode status, string body, (string Name, string Value)[] headers) => new()
    {
        Status = (int)status,
        ContentType = TypeOf(body),
        Body = Encoding.UTF8.GetBytes(body),
        Headers = [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))],
    };

    private static string TypeOf(string body)
        => body.StartsWith('{') || body.StartsWith('[') ? "application/json" : "text/html; charset=UTF-8";
}
