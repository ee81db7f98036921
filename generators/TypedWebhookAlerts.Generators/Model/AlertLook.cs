namespace TypedWebhookAlerts.Generators.Model;

/// <summary>What an alert shows, part by part.</summary>
/// <param name="Title">The title's words.</param>
/// <param name="Description">The description's words.</param>
/// <param name="Fields">The fields in parameter order.</param>
/// <param name="Exceptions">The values that end the description with a stack trace.</param>
/// <param name="Footer">The footer's words.</param>
internal sealed record AlertLook(
    EquatableArray<TextPart> Title,
    EquatableArray<TextPart> Description,
    EquatableArray<AlertField> Fields,
    EquatableArray<int> Exceptions,
    EquatableArray<TextPart> Footer);
