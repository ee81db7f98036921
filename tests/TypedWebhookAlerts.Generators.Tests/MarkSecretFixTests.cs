using TypedWebhookAlerts.CodeFixes;
using TypedWebhookAlerts.Generators.Analyzers;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>The code fix of TWA1021.</summary>
public sealed class MarkSecretFixTests
{
    [Fact]
    public async Task AParameterIsMarkedWhereItIsDeclared()
    {
        using var source = new FixedSource(new UnmarkedSecretAnalyzer(), new MarkSecretFix(), """
            using Microsoft.Extensions.Logging;
            using TypedWebhookAlerts;

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{password} {token} {cookie}")]
                public static partial void X(
                    this string password, // as typed
                    [AlertField("T", Inline = true)]
                    in object token,
                    [AlertKey] string user, /* a cookie */ params string[] cookie);
            }
            """);

        Assert.Equal("""
            using Microsoft.Extensions.Logging;
            using TypedWebhookAlerts;

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{password} {token} {cookie}")]
                public static partial void X(
                    [Secret] this string password, // as typed
                    [AlertField("T", Inline = true), Secret]
                    in object token,
                    [AlertKey] string user, /* a cookie */ [Secret] params string[] cookie);
            }
            """,
            Assert.Single(await source.EachAsync()));
        Assert.Equal(
            ["Mark 'password' [Secret]", "Mark 'token' [Secret]", "Mark 'cookie' [Secret]"], source.Titles);
    }

    [Fact]
    public async Task OfADottedHoleTheMemberIsMarkedInTheFileThatDeclaresIt()
    {
        using var source = new FixedSource(new UnmarkedSecretAnalyzer(), new MarkSecretFix(), """
            using Microsoft.Extensions.Logging;
            using TypedWebhookAlerts;

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a.Password} {a.ApiKey} {a.Owner.Token} {a.Cookie} {a.Owner.Token}")]
                public static partial void X(Account a);
            }
            """, """
            using System;

            public class Account
            {
                public int Id;

                /// <summary>What they typed.</summary>
                public string Password { get; set; }

                [Obsolete]
                [field: NonSerialized]
                public string ApiKey { get; set; }
                public Owner Owner => new("a", "b");
                public string Cookie;
            }

            public record Owner(string Name, string Token);
            """);

        Assert.Equal("""
            using System;

            public class Account
            {
                public int Id;

                /// <summary>What they typed.</summary>
                [TypedWebhookAlerts.Secret]
                public string Password { get; set; }

                [Obsolete, TypedWebhookAlerts.Secret]
                [field: NonSerialized]
                public string ApiKey { get; set; }
                public Owner Owner => new("a", "b");

                [TypedWebhookAlerts.Secret]
                public string Cookie;
            }

            public record Owner(string Name, [TypedWebhookAlerts.Secret] string Token);
            """,
            (await source.EachAsync())[1]);
    }

    [Fact]
    public async Task ManyAreMarkedAtOnceAndWhatTwoHolesReadIsMarkedOnce()
    {
        using var source = new FixedSource(new UnmarkedSecretAnalyzer(), new MarkSecretFix(), """
            using Microsoft.Extensions.Logging;
            using TypedWebhookAlerts;

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a.Password} {token}", Title = "{a.Password}")]
                public static partial void X(Account a, string token, string cookie);

                [WebhookAlert(LogLevel.Error, "{a.Password}")]
                public static partial void Y(Account a);
            }
            """, """
            record Account(string Password);
            """);

        Assert.Equal(["""
            using Microsoft.Extensions.Logging;
            using TypedWebhookAlerts;

            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{a.Password} {token}", Title = "{a.Password}")]
                public static partial void X(Account a, [Secret] string token, [Secret] string cookie);

                [WebhookAlert(LogLevel.Error, "{a.Password}")]
                public static partial void Y(Account a);
            }
            """, """
            record Account([TypedWebhookAlerts.Secret] string Password);
            """],
            await source.AllAsync());
    }

    [Fact]
    public async Task ANameThatIsTakenIsWrittenInFull()
    {
        using var source = new FixedSource(new UnmarkedSecretAnalyzer(), new MarkSecretFix(), """
            namespace Shop.TypedWebhookAlerts;

            class SecretAttribute : System.Attribute;

            static partial class A
            {
                [global::TypedWebhookAlerts.WebhookAlert(default, "a")]
                public static partial void X(string token);
            }
            """);

        Assert.Contains(
            "X([global::TypedWebhookAlerts.Secret] string token)",
            Assert.Single(await source.EachAsync()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Account { public string User, Password; }", "")]
    [InlineData("", "public class Account { public string Password => null; }")]
    [InlineData("public class Account : System.Net.NetworkCredential;", "")]
    public async Task WhereNoMarkCanBeWrittenNoneIsOffered(string beside, string elsewhere)
    {
        string[] sources = ["""
            static partial class A
            {
                [TypedWebhookAlerts.WebhookAlert(default, "{a.Password}")]
                public static partial void X(Account a);
            }
            """, beside];
        using var source = new FixedSource(new UnmarkedSecretAnalyzer(), new MarkSecretFix(), sources);
        source.AddReferenced(elsewhere);

        Assert.Equal(sources, await source.EachAsync());
        Assert.Empty(source.Titles);
    }
}
