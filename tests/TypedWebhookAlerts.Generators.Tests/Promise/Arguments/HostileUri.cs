using CsCheck;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Arguments;

/// <summary>Addresses that become links, and addresses that must not: with a user in them, without a scheme, of another
/// script, longer than a link may be.</summary>
internal static class HostileUri
{
    public static readonly Gen<Uri?> Any = Gen.OneOf(
        Gen.OneOfConst(
            null, "https://link.example/a_b?c=d&e=*f*#g", "http://link.example/**evil**",
            "https://discord.com@evil.example/", "https://exämple.org/", "/relative/**evil**", "ftp://link.example/",
            "mailto:evil@link.example", "javascript:evil", "https://link.example/" + new string('x', 600),
            "https://[::1]:8080/<@4242>"),
        // A true address becomes a link, as it should; only what is none may say the words of other arguments.
        HostileText.Any.Where(text => text.Length < 2000 && !text.Contains("http", StringComparison.OrdinalIgnoreCase))
            .Select(text => (string?)text))
        .Select(text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address : null);
}
