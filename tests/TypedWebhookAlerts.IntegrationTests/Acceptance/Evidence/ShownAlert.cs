namespace TypedWebhookAlerts.IntegrationTests.Acceptance.Evidence;

/// <summary>An alert as one request put it into a message: its first state there, or a later one.</summary>
internal sealed record ShownAlert
{
    public required ulong Webhook { get; init; }

    public required ulong Message { get; init; }

    /// <summary>The request's place in the timeline.</summary>
    public required int Request { get; init; }

    /// <summary>The alert's place in the message.</summary>
    public required int Place { get; init; }

    public required string Text { get; init; }

    /// <summary>When it was raised, as it says itself. Equal alerts that are not folded differ in it.</summary>
    public required DateTimeOffset? RaisedAt { get; init; }

    /// <summary>How many alerts it stands for, as its counter says.</summary>
    public required long Count { get; init; }

    /// <summary>How many lines it has that tell how it went on.</summary>
    public required long News { get; init; }

    /// <summary>How many lines it has in all, its counter not among them.</summary>
    public required int Lines { get; init; }

    public required int? Color { get; init; }

    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>When the answer arrived; null if it never did.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether its message says that it may be there twice.</summary>
    public required bool MayBeRepeated { get; init; }

    /// <summary>Whether the connection broke before the answer.</summary>
    public required bool WasBroken { get; init; }

    public bool IsConfirmed => AnsweredAt is not null;

    /// <summary>The alerts and the news that it stands for besides the first.</summary>
    public long Repeats => Count - 1 + News;

    /// <summary>What makes two states ones of the same alert, on whatever webhook.</summary>
    public (string Text, DateTimeOffset? RaisedAt) Identity => (Text, RaisedAt);
}
