using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code: what was written is read back and shown.</summary>
public sealed class RunningTests
{
    [Fact]
    public void EveryKindOfValueIsShownAsDotNetShowsIt()
    {
        var alerts = RunningAlerts.Of("""
            public enum Color { Red, Green = 5 }
            [Flags] public enum Rights : ulong { None, Read = 1, All = ulong.MaxValue }
            public record Point(int X, int Y);
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{text}|{yes}|{letter}|{i8}|{u64}|{half}|{huge}|{real:F2}|{money,8:N2}|"
                    + "{day:yyyy}|{moment:o}|{date}|{time}|{span:c}|{id}|{color}|{rights:D}|{point}|{none}|{noDay}|"
                    + "{noColor}|{native}")]
                public static partial bool X(
                    string? text, bool yes, char letter, sbyte i8, ulong u64, Half half, UInt128 huge, double real,
                    decimal money, DateTime day, DateTimeOffset moment, DateOnly date, TimeOnly time, TimeSpan span,
                    Guid id, Color color, Rights? rights, Point? point, int? none, DateTime? noDay, Color? noColor,
                    nint native);
            }
            """);
        var color = alerts.TypeOf("Color");
        var rights = alerts.TypeOf("Rights");
        object?[] arguments =
        [
            null, true, 'ß', (sbyte)-8, ulong.MaxValue, (Half)1.5, UInt128.MaxValue, 2.005, 1234.5m,
            new DateTime(2026, 1, 2), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            new DateOnly(2026, 1, 2), new TimeOnly(3, 4), TimeSpan.FromMinutes(61), Guid.Empty,
            Enum.ToObject(color, 5), Enum.ToObject(rights, ulong.MaxValue),
            Activator.CreateInstance(alerts.TypeOf("Point"), 1, 2), null, null, null, (nint)7,
        ];

        var alert = alerts.Raise("X", arguments)!;

        const string Template =
            "{0}|{1}|{2}|{3}|{4}|{5}|{6}|{7:F2}|{8,8:N2}|{9:yyyy}|{10:o}|{11}|{12}|{13:c}|{14}|{15}|"
            + "{16:D}|{17}|{18}|{19}|{20}|{21}";
        var expected = string.Format(
            CultureInfo.InvariantCulture,
            Template,
            [.. arguments.Select(argument => argument ?? "(null)")]);
        Assert.Equal(expected, alert.Description);
        Assert.Equal(ulong.MaxValue, alert.Values["rights"]);
        Assert.Equal(5, alert.Values["color"]);
        Assert.Null(alert.Values["none"]);
        Assert.Equal((nint)7, alert.Values["native"]);
    }

    [Fact]
    public void TheDeclarationOfTheDesignDocumentIsShown()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{message}", "error",
                    Title = "🚨 {component} failed", Footer = "StatsBot", Color = 0xFF0000,
                    EventId = 7, EventName = "Failed", CoalesceSeconds = 60, MaxPerMinute = 5)]
                public static partial void CommandFailed(
                    [AlertField(Inline = true)] string component, string message, [UserId] ulong invokedBy,
                    [AlertField("Trace", CodeBlock = true)] Exception cause, Exception exception);
            }
            """);
        var cause = new InvalidOperationException("below");
        var thrown = new InvalidOperationException("above");

        var alert = alerts.Raise("CommandFailed", "music", "no voice", 42UL, cause, thrown)!;

        Assert.Equal(
            [
                ("title", "🚨 music failed"), ("description", "no voice"), ("field Component inline", "music"),
                ("field Invoked by", "<@42>"), ("field Trace code", "<trace of below>"), ("exception", "above"),
                ("footer", "StatsBot"),
            ],
            alert.Parts);
        var descriptor = alert.Descriptor;
        Assert.Equal(
            ("A.CommandFailed", 7, "Failed", "error", 0xFF0000, 60, 5),
            (descriptor.Name, descriptor.EventId, descriptor.EventName, descriptor.Route, descriptor.Color,
                descriptor.CoalesceSeconds, descriptor.MaxPerMinute));
        Assert.Same(thrown, alert.Values["exception"]);
        Assert.True(descriptor.KeyHasException);
    }

    [Fact]
    public void ADottedHoleShowsNullWhateverIsMissingOnTheWay()
    {
        var alerts = RunningAlerts.Of("""
            public class Guild
            {
                public string Name = "G";
                public DateTime? Since;
                public (int A, LogLevel B) Pair = (3, LogLevel.Error);
            }

            public class Member { public Guild Guild = null!; }

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{m.Guild.Name}, {m.Guild.Since.Value.Year}, {m.Guild.Since.HasValue}, "
                    + "{m.Guild.Pair.A}, {m.Guild.Pair.B}, {m.Guild.Name.Length}")]
                public static partial void X(Member m);

                public static Member Full() => new Member { Guild = new Guild() };
                public static Member Half() => new Member();
            }
            """);
        var probe = new ProbePipeline();
        const string Missing = "(null), (null), (null), (null), (null), (null)";

        Assert.Equal("G, (null), False, 3, Error, 1", alerts.Raise("X", alerts.Call(probe, "Full"))!.Description);
        Assert.Equal(Missing, alerts.Raise("X", alerts.Call(probe, "Half"))!.Description);
        Assert.Equal(Missing, alerts.Raise("X", [null])!.Description);
        Assert.Equal("G", alerts.Raise("X", alerts.Call(probe, "Full"))!.Values["m.Guild.Name"]);
    }

    [Fact]
    public void ARenderedValueTakesItsFormatAtTheCall()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{n:X} {n:X} {n} {n,6:N0} {v}")]
                public static partial void X(System.Numerics.BigInteger n, Version? v);
            }
            """);

        var alert = alerts.Raise("X", new System.Numerics.BigInteger(255), null)!;

        Assert.Equal("0FF 0FF 255    255 (null)", alert.Description);
        Assert.Equal(4, alert.Descriptor.Parameters.Count);
    }

    [Theory]
    [InlineData("https://example.com/a b", "<link https://example.com/a%20b>")]
    [InlineData("some/path", "<link some/path>")]
    public void AnAddressIsALink(string address, string shown)
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{page}")]
                public static partial void X(Uri? page, Uri other);
            }
            """);

        var alert = alerts.Raise("X", new Uri(address, UriKind.RelativeOrAbsolute), new Uri("https://b"))!;

        Assert.Equal(shown, alert.Description);
        Assert.Equal("<link https://b/>", alert["field Other"]);
    }

    [Fact]
    public void AMomentCanBeShownInTheReadersOwnTime()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{at:<t:R>} {at:<t>} {utc:<t:D>} {none:<t:f>} {at:<t:x>}")]
                public static partial void X(DateTimeOffset at, DateTime utc, DateTime? none);
            }
            """);

        var alert = alerts.Raise("X", DateTimeOffset.UnixEpoch.AddSeconds(7), DateTime.UnixEpoch.AddSeconds(9), null)!;

        Assert.StartsWith("<t:7:R> <t:7:f> <t:9:D> (null) <A:x>", alert.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExceptionInAHoleIsASummaryAndNothingMore()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{e}: {e.Message.Length}")]
                public static partial void X(InvalidOperationException? e);
            }
            """);

        var alert = alerts.Raise("X", new InvalidOperationException("abc"))!;

        Assert.Equal([("description", "System.InvalidOperationException: abc: 3")], alert.Parts);
    }

    [Fact]
    public void SpansOfCharactersAreCopied()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{part,5}|{room}|{part.Length}")]
                private static partial void X(scoped ReadOnlySpan<char> part, Span<char> room);

                public static void Use()
                {
                    Span<char> room = ['x', 'y'];
                    X("abcdef".AsSpan(2, 3), room);
                    room.Clear();
                }
            }
            """);
        var probe = new ProbePipeline();

        alerts.Call(probe, "Use");

        Assert.Equal("  cde|xy|3", probe.Take()!.Description);
    }

    [Fact]
    public void AUsersIdMayBeSignedOrMissing()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{signed} {missing}")]
                public static partial void X([UserId] long signed, [UserId] long? missing);
            }
            """);

        var alert = alerts.Raise("X", 42L, null)!;

        Assert.Equal("<@42> <@>", alert.Description);
        Assert.Equal("<@18446744073709551615> <@>", alerts.Raise("X", -1L, null)!.Description);
        Assert.All(
            alert.Descriptor.Parameters,
            parameter => Assert.Equal(AlertParameterRole.Key | AlertParameterRole.UserId, parameter.Role));
    }

    [Fact]
    public void CallerInformationIsTheCallersOwn()
    {
        var alerts = RunningAlerts.Of("""
            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{member}")]
                private static partial void X([System.Runtime.CompilerServices.CallerMemberName] string member = "");
                public static void FromHere() => X();
            }
            """);
        var probe = new ProbePipeline();

        alerts.Call(probe, "FromHere");

        Assert.Equal("FromHere", probe.Take()!.Description);
    }
}
