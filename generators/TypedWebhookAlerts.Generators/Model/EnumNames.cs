namespace TypedWebhookAlerts.Generators.Model;

/// <summary>An enum's names, so that the renderer need not name its type: it may be private.</summary>
/// <param name="FullName">What tells it from other enums.</param>
/// <param name="Name">Its plain name.</param>
/// <param name="IsFlags">Whether it carries the flags attribute.</param>
/// <param name="Size">The underlying type's bytes.</param>
/// <param name="IsSigned">Whether the underlying type is signed.</param>
/// <param name="Members">The members in the order declared.</param>
internal sealed record EnumNames(
    string FullName,
    string Name,
    bool IsFlags,
    int Size,
    bool IsSigned,
    EquatableArray<EnumMember> Members);
