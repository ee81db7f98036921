namespace TypedWebhookAlerts.Testing.Simulation;

/// <summary>Discord's answer, before a transport carries it.</summary>
internal sealed record ApiAnswer
{
    public required int Status { get; init; }

    /// <summary>Null without a body.</summary>
    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public int? ErrorCode { get; init; }

    public string? RateLimitScope { get; init; }

    public ulong? MessageId { get; init; }

    /// <summary>The message that was made or edited.</summary>
    public SimulatedMessage? Changed { get; init; }

    /// <summary>What went wrong with the request, if anything did.</summary>
    public Fault? Fault { get; init; }

    public AnswerCourse Course { get; init; }

    /// <summary>How long a body drips; null for ever.</summary>
    public TimeSpan? DripsFor { get; init; }

    /// <summary>Whether all of it is there at once.</summary>
    public bool ComesWhole => Course == AnswerCourse.IsWhole || ContentType is null;

    /// <summary>The same answer with other headers: each in place of those of its name, null for none.</summary>
    public ApiAnswer With(params ReadOnlySpan<(string Name, string? Value)> headers)
    {
        var all = Headers.ToList();
        foreach (var (name, value) in headers)
        {
            all.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
            if (value is not null)
            {
                all.Add(new(name, value));
            }
        }

        return this with { Headers = all };
    }
}
