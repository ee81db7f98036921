using TypedWebhookAlerts.Privacy;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>What a bot says all day speaks of passwords, tokens and keys, and holds none.</summary>
public sealed class SecretlessTextTests
{
    public static TheoryData<string> Texts =>
    [
        "User changed their password: success",
        "password: unchanged",
        "Reset password => sent",
        "Wrong password for user ann (attempt 3 of 5)",
        "password must be at least 8 characters",
        "password=(null)",
        "Passwort: falsch",
        "Kennwort: abgelaufen",
        "{\"event\":\"login\",\"user\":\"ann\",\"ok\":false,\"password\":null}",
        "grant_type=password&username=ann",
        "Token expired at 2026-11-26 14:00",
        "token: invalid",
        "refresh token: expired for guild 81384788765712384",
        "token: 81384788765712384",
        "{\"tokens\": 120, \"token_type\": \"bearer\", \"expires_in\": 3600}",
        "Unexpected token: 'abc' in JSON at position 4",
        "Setting 'Discord:Token' is missing",
        "Set DISCORD_TOKEN=<your token>",
        "Secret Santa: sign-ups are open!",
        "Secret channel: #mods-only",
        "vault secret: kv/bot/token",
        "Tests pass=120 fail=3 skip=1",
        "Battle pass: level 45",
        "Authorization: required",
        "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\"",
        "Cookie: chocolate chip",
        "duplicate key value violates unique constraint \"users_email_key\"",
        "The given key 'activity' was not present in the dictionary.",
        "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e",
        "https://discord.com/channels/81384788765712384/381887113391505410/1234567890123456789",
        "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot&permissions=8",
        "https://github.com/owner/repo/commit/3f786850e387550fdab836ed7e6dc881de23001b",
        "Server=db;Database=shop;Trusted_Connection=True;",
        "at Bot.Commands.LoginAsync(String user, String password) in /src/Login.cs:line 12",
        "at Bot.Auth.TokenStore.Get(String token, CancellationToken cancellationToken)",
        "System.ArgumentNullException: Value cannot be null. (Parameter 'password')",
        "Npgsql.PostgresException (0x80004005): 28P01: password authentication failed for user \"app\"",
        "PWD=/home/ann",
        "Bypass: enabled",
        "monkey: banana123456",
        "tokenizer=cl100k_base",
        "api key: rotate before 2026-12-01",
        "password = request.Password;",
        "password:",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatNamesASecretAndHoldsNoneStaysAsItIs(string text)
        => Assert.Null(SecretScrubber.Default.Scrub(text, before: default, isCut: false));
}
