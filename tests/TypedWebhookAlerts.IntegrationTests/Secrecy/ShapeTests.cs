using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace TypedWebhookAlerts.IntegrationTests.Secrecy;

/// <summary>No type prints a part of a webhook's address by itself.</summary>
public sealed class ShapeTests
{
    /// <summary>Of these names a text is, or may be, the address or a part of it.</summary>
    private static readonly string[] s_secretNames =
        ["url", "uri", "address", "token", "identity", "webhook", "secret", "key"];

    private const BindingFlags Declared = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<Type> Types
        => typeof(AlertPipeline).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("TypedWebhookAlerts", StringComparison.Ordinal) == true);

    /// <summary>Those whose <c>ToString()</c> the compiler writes, from all their members.</summary>
    private static IEnumerable<Type> Records
        => Types.Where(type => type.GetMethod("PrintMembers", Declared) is not null);

    /// <summary>The picture's address is none of a webhook's: that it is shown is seen by all.</summary>
    [Fact]
    public void NoRecordHasAMemberThatPrintsAnAddress()
    {
        Assert.NotEmpty(Records);
        Assert.Equal(
            ["MessageFrame.AvatarUrl"],
            Records.SelectMany(PrintedMembers).Where(IsSecret).Select(member => $"{member.Type.Name}.{member.Name}"));
    }

    [Fact]
    public void TheSearchForSuchMembersFindsThem()
        => Assert.Contains(PrintedMembers(typeof(Loose)), IsSecret);

    [Fact]
    public void NoTypeShowsMoreToADebuggerThanItPrints()
        => Assert.DoesNotContain(Types, type => type.GetCustomAttribute<DebuggerDisplayAttribute>() is not null
            || type.GetCustomAttribute<DebuggerTypeProxyAttribute>() is not null);

    [Fact]
    public void AnAddressPrintsItsIdAndNoMore()
    {
        var token = new Searching.Sentinel(seed: 6).Token;
        Assert.Null(WebhookUrl.TryParse($"https://discord.com/api/webhooks/42/{token}?thread_id=7", [], out var url));

        Assert.Equal("discord:42/***", url!.ToString());
        Assert.Equal("discord:42/***", $"{url}");
        Assert.Equal("discord:42/***", url.InThread(9).ToString());
    }

    [Fact]
    public void ATextThatRepeatsTwelveCharactersOfItsTokenIsKnown()
    {
        var token = new Searching.Sentinel(seed: 6).Token;
        Assert.Null(WebhookUrl.TryParse($"https://discord.com/api/webhooks/42/{token}", [], out var url));

        Assert.True(url!.IsToldBy($"Captain {token}"));
        Assert.True(url.IsToldBy(token[..12].ToUpperInvariant()));
        Assert.True(url.IsToldBy("x" + token[^12..]));
        Assert.False(url.IsToldBy(token[..11]));
        Assert.False(url.IsToldBy("Captain Hook"));
        Assert.False(url.IsToldBy(null));
    }

    [Fact]
    public void OptionsPrintNothingOfTheirValues()
    {
        var token = new Searching.Sentinel(seed: 7).Token;
        var options = new WebhookAlertOptions().Route("error", $"https://discord.com/api/webhooks/42/{token}");

        Assert.Equal(typeof(WebhookAlertOptions).FullName, options.ToString());
        Assert.Equal(typeof(RouteOptions).FullName, options.Routes["error"].ToString());
    }

    private static IEnumerable<(Type Type, string Name, Type Of)> PrintedMembers(Type record)
        =>
        [
            .. record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (record, property.Name, property.PropertyType)),
            .. record.GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Select(field => (record, field.Name, field.FieldType)),
        ];

    private static bool IsSecret((Type Type, string Name, Type Of) member)
        => member.Of == typeof(Uri)
            || member.Of == typeof(HttpRequestMessage)
            || (member.Of == typeof(string)
                && s_secretNames.Any(name => member.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));

    private sealed record Loose(string Url);
}
