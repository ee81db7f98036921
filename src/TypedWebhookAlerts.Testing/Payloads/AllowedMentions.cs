using System.Text.RegularExpressions;
using TypedWebhookAlerts.Testing.Simulation;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>Whom a message may call, and whom it does.</summary>
/// <param name="Parsed">The kinds of mentions that are looked for: <c>users</c>, <c>roles</c>, <c>everyone</c>.</param>
/// <param name="Users">The users that may be called besides.</param>
/// <param name="Roles">The roles that may be called besides.</param>
internal sealed partial record AllowedMentions(
    IReadOnlySet<string> Parsed, IReadOnlySet<ulong> Users, IReadOnlySet<ulong> Roles)
{
    /// <summary>What a webhook's message may call that does not say.</summary>
    public static AllowedMentions Default { get; } =
        new(new HashSet<string> { "users" }, new HashSet<ulong>(), new HashSet<ulong>());

    /// <summary>Whether nobody may be called.</summary>
    public bool SuppressesAll => Parsed.Count == 0 && Users.Count == 0 && Roles.Count == 0;

    /// <summary>The users and roles that a content calls, each of them once. A mention in code is taken for
    /// one.</summary>
    public IReadOnlyList<ulong> Find(string? content)
        => [.. Mention().Matches(content ?? "").Select(Allowed).OfType<ulong>().Distinct()];

    private ulong? Allowed(Match mention)
    {
        if (!Snowflakes.TryParse(mention.Groups["id"].Value, out var id))
        {
            return null;
        }

        var isRole = mention.Groups["role"].Success;
        var isAllowed = Parsed.Contains(isRole ? "roles" : "users") || (isRole ? Roles : Users).Contains(id);
        return isAllowed ? id : null;
    }

    [GeneratedRegex(@"(?<!\\)<@((?<role>&)|!)?(?<id>[0-9]{1,20})>", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
