namespace TypedWebhookAlerts.Generators.Model;

/// <summary>One value of a record.</summary>
/// <param name="Path">The parameter's name, or the path of a dotted hole: <c>member.Guild.Name</c>.</param>
/// <param name="Type">What it is captured as.</param>
/// <param name="Read">The expression that reads it at the call.</param>
/// <param name="IsGuarded">Whether reading it runs code of the user's, which may throw.</param>
/// <param name="Format">The format of a value that is rendered at the call; others are formatted later.</param>
/// <param name="MaxItems">How many items of a list are shown, or 0 for the runtime's default.</param>
/// <param name="IsKey">Whether it is part of what makes two alerts equal.</param>
/// <param name="IsField">Whether it is shown as a field.</param>
internal sealed record CapturedValue(
    string Path,
    CapturedType Type,
    string Read,
    bool IsGuarded,
    string? Format,
    int MaxItems,
    bool IsKey,
    bool IsField);
