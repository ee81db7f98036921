using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>TWA1021: what only its name says to be a secret.</summary>
public sealed class AnalyzerTestsOfSecrets
{
    [Fact]
    public Task ATextWhoseNameEndsAsASecretsIsPointedAt()
        => VerifyEach(
            [
                "password", "passwd", "pwd", "PASSWORD", "newPassword", "password2", "db_password", "passWord",
                "passwordHash", "passwordAgain", "passphrase", "pass_phrase", "otp", "secret", "clientSecret",
                "clientsecret", "secretValue", "apiKey", "api_key", "APIKey", "apikey", "apiKeys", "xApiKey1",
                "accessKey", "sharedAccessKey", "privateKey", "token", "accessToken", "refresh_token",
                "tokenString", "bearer", "jwt", "connectionString", "connectionStrings", "connectionStringValue",
                "credential", "credentials", "creds", "authorization", "authorizationHeader", "cookie",
                "setCookies",
            ],
            name => $"{{|TWA1021:string {name}|}}");

    [Fact]
    public Task ATextOfAnotherNameIsNot()
        => VerifyEach(
            [
                "passwordLength", "passwordChangedAt", "tokenCount", "tokenType", "tokenId", "cookieBanner",
                "secretSanta", "secretName", "connection", "publicKeyToken", "continuationToken", "nextPageToken",
                "unexpected_token", "maskedPassword", "tokenRedacted", "credit", "secretary", "broken", "key",
                "pass", "value", "againHeaderValue", "_", "_1", "s",
            ],
            name => $"string {name}");

    [Fact]
    public Task ATypeThatIsShownByATextCounts()
        => VerifyEach(
            [
                "string?", "object", "dynamic", "Uri", "T", "Guid", "Guid?", "ReadOnlySpan<char>",
                "ReadOnlySpan<byte>", "char[]", "byte[]", "string[]", "ReadOnlyMemory<char>",
                "IEnumerable<string>", "Dictionary<int, string>", "(string, int)", "StringBuilder", "Cookie",
                "Headers", "Login", "Key", "Key?", "Key[]",
            ],
            type => $"{{|TWA1021:{type} token|}}");

    [Fact]
    public Task AnotherDoesNot()
        => VerifyEach(
            [
                "bool", "int", "int?", "char", "TimeSpan", "DateTime", "DayOfWeek", "CancellationToken",
                "Exception", "int[]", "Dictionary<string, int>", "(int, int)", "TNumber", "Count", "Writes",
                "Marked", "AlertPipeline",
            ],
            type => $"{type} token");

    [Fact]
    public Task WhatIsMarkedOrClassifiedIsNotPointedAt()
        => AnalyzerVerifier.VerifyAsync("""
            using Microsoft.Extensions.Compliance.Classification;
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{password} {token} {cookie} {apiKey}")]
                public static partial void X(
                    [Secret] string password, [Private] string token, [NoDataClassification] string cookie, Key apiKey);
            }
            [Private] record Key(string Text);
            class PrivateAttribute() : DataClassificationAttribute(DataClassification.Unknown);
            """);

    [Fact]
    public Task AFieldCountsAsAHoleAndWhatIsOnlyReadThroughDoesNot()
        => AnalyzerVerifier.VerifyAsync("""
            record Credentials(string User);
            static partial class A
            {
                [WebhookAlert(LogLevel.Error, "a")]
                public static partial void Field({|TWA1021:string password|});

                [WebhookAlert(LogLevel.Error, "a", Title = "{credentials.User}")]
                public static partial void Through(Credentials credentials);

                [WebhookAlert(LogLevel.Error, "{credentials.User}", Footer = "{credentials}")]
                public static partial void Both({|TWA1021:Credentials credentials|});

                [WebhookAlert(LogLevel.Error, "{credentials.User}")]
                public static partial void AsField({|TWA1021:[AlertField("Who")] Credentials credentials|});
            }
            """);

    [Fact]
    public Task ADottedHoleIsPointedAtByItsLastMember()
        => AnalyzerVerifier.VerifyAsync("""
            class Account
            {
                public string Password { get; set; } = "";
                public string ApiKey = "";
                public int Token => 0;
                public Guid? Secret => null;
                [Secret] public string Cookie => "";
                public Name Bearer { get; } = new();
            }
            class Name { public string Value => ""; public string Text => ""; public Account Token => new(); }
            static partial class A
            {
                [WebhookAlert(
                    LogLevel.Error, "{a.{|TWA1021:Password|}}", Title = "{a.{|TWA1021:ApiKey|}} {a.Token} {a.Cookie}")]
                public static partial void Members(Account a);

                [WebhookAlert(LogLevel.Error, "{a.Password.Length} {a.Cookie.Length} {a.Secret.{|TWA1021:Value|}}")]
                public static partial void Through(Account a);

                [WebhookAlert(LogLevel.Error, "{a.Bearer.{|TWA1021:Value|}} {a.Bearer.Text} {a.Bearer.Token.Token}")]
                public static partial void Wrapped(Account a);

                [WebhookAlert(LogLevel.Error, "{token.{|TWA1021:Value|}} {token.HasValue}")]
                public static partial void Nullable(Guid? token);

                [WebhookAlert(LogLevel.Error, "{a.Password}")]
                public static partial void Marked([Secret] Account a);

                [WebhookAlert(LogLevel.Error, "{a.{|TWA1005:password|}} {{|TWA1002:password|}}")]
                public static partial void Unknown(Account a);
            }
            """);

    [Fact]
    public async Task WhatToDoIsSaid()
        => Assert.Equal(
            [
                "TWA1021: 'user.Password' is named as a secret and would be shown as it is: "
                    + "mark 'Login.Password' [Secret], or classify it",
                "TWA1021: 'proof.Password' is named as a secret and would be shown as it is: "
                    + "name it in no hole; 'NetworkCredential.Password' is not yours to mark",
                "TWA1021: 'apiKey' is named as a secret and would be shown as it is: mark it [Secret], or classify it",
            ],
            await AnalyzerVerifier.MessagesAsync("""
                record Login(string Password);
                static partial class A
                {
                    [WebhookAlert(LogLevel.Error, "{user.Password} {proof.Password}")]
                    public static partial void X(Login user, System.Net.NetworkCredential proof, string apiKey);
                }
                """));

    private static Task VerifyEach(string[] cases, Func<string, string> parameter)
    {
        var methods = cases.Select((each, index) => $"""
                [WebhookAlert(LogLevel.Error, "A")]
                public static partial void X{index}<T, TNumber>({parameter(each)}) where TNumber : struct;

            """);
        return AnalyzerVerifier.VerifyAsync($$"""
            using System.Collections;
            using System.Collections.Generic;
            using System.Net;
            using System.Text;
            using System.Threading;
            static partial class A
            {
            {{string.Concat(methods)}}
            }

            record Login(string User, int Count);
            record struct Key(string Text);
            record Count(int Number);
            record Marked(string User, [Secret] string Password);
            class Writes { private readonly string _text = ""; public override string ToString() => _text; }
            class Headers : IEnumerable<string>
            {
                public IEnumerator<string> GetEnumerator() => throw new NotSupportedException();
                IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
                public override string ToString() => "";
            }
            """);
    }
}
