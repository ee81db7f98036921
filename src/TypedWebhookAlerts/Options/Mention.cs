using System.Globalization;

namespace TypedWebhookAlerts;

/// <summary>A role or a user that a message calls.</summary>
/// <param name="Id">The id, decimal digits.</param>
/// <param name="IsUser">Whether it is a user's; otherwise it is a role's.</param>
internal sealed record Mention(string Id, bool IsUser)
{
    /// <summary>What stands in the message's content.</summary>
    public string Text => IsUser ? $"<@{Id}>" : $"<@&{Id}>";

    /// <summary>Reads <c>123</c>, <c>role:123</c> or <c>&lt;@&amp;123&gt;</c> as a role, <c>user:123</c>,
    /// <c>&lt;@123&gt;</c> or <c>&lt;@!123&gt;</c> as a user.</summary>
    /// <returns>Null if it is none of these.</returns>
    public static Mention? TryParse(string? text)
        => text?.Trim() switch
        {
            null => null,
            ['<', '@', '&', .. var id, '>'] => Create(id, isUser: false),
            ['<', '@', '!', .. var id, '>'] => Create(id, isUser: true),
            ['<', '@', .. var id, '>'] => Create(id, isUser: true),
            var named when named.StartsWith("role:", StringComparison.OrdinalIgnoreCase) => Create(named[5..], false),
            var named when named.StartsWith("user:", StringComparison.OrdinalIgnoreCase) => Create(named[5..], true),
            var id => Create(id, isUser: false),
        };

    private static Mention? Create(string id, bool isUser)
        => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new Mention(number.ToString(CultureInfo.InvariantCulture), isUser)
            : null;
}
