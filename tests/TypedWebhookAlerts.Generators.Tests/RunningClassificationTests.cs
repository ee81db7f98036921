using Microsoft.Extensions.Logging;
using TypedWebhookAlerts.Capture;
using TypedWebhookAlerts.Generators.Tests.Harness;

namespace TypedWebhookAlerts.Generators.Tests;

/// <summary>Runs generated code for values that are classified.</summary>
public sealed class RunningClassificationTests
{
    private const string Attributes = """
        public sealed class PrivateAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
            new Microsoft.Extensions.Compliance.Classification.DataClassification("T", "Private"));

        public sealed class HealthAttribute() : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute(
            new Microsoft.Extensions.Compliance.Classification.DataClassification("T", "Health"));


        """;

    private static readonly (string Template, string Shown)[] s_holes =
    [
        ("{p.Mail}", "[T:Private]<m>"),
        ("{p.Mail.Length}", "[T:Private]<1>"),
        ("{p.Street}", "[T:Private]<s>"),
        ("{p.City}", "[T:Private]<c>"),
        ("{p.Phone}", "[T:Private]<p>"),
        ("{p.Fax}", "[T:Private]<f>"),
        ("{p.Insurance.Number}", "[T:Health]<7>"),
        ("{p.Insurance}", "[T:Health]<Insurance { Number = 7 }>"),
        ("{p.Name} {p.Insurances.Count}", "n 1"),
        ("{p.Insurances}", "[T:Health]<Insurance { Number = 7 }>"),
        ("{p.ById}", "[T:Health]<[1, Insurance { Number = 7 }]>"),
        ("{p.Pair}", "[T:Health]<(n, Insurance { Number = 7 })>"),
        ("{p.Diagnosis}", "[T:Health,T:Private]<d>"),
        ("{p.Doctor.Name} {p.Doctor.Plain}", "[T:Private]<Dr> [T:Private]<plain>"),
        ("{p.Derived}", "[T:Health]<derived>"),
        ("{p.Open}", "[T:Private]<Open { Hidden = h }>"),
        ("{p.Own}", "own text"),
    ];

    private readonly NamingRedactors _redactors = new();

    [Fact]
    public void AValueOfAnyTypeIsGivenToItsRedactorAsText()
    {
        (string Type, object Value, string Text)[] values =
        [
            ("string", "ann@example.com", "ann@example.com"),
            ("int?", 1234, "1234"),
            ("double", 0.5, "0.5"),
            ("bool", true, "True"),
            ("char?", 'x', "x"),
            ("LogLevel", LogLevel.Error, "Error"),
            ("LogLevel?", LogLevel.Error, "Error"),
            ("[UserId] ulong", 42UL, "42"),
            ("object", 7, "7"),
            ("Uri", new Uri("https://example.com/a"), "https://example.com/a"),
            ("System.Collections.Generic.IEnumerable<string>", new[] { "a", "b" }, "a, b"),
            ("[AlertKey] int", 5, "5"),
            ("System.Numerics.BigInteger?", new System.Numerics.BigInteger(5), "5"),
        ];
        var parameters = values.Select((value, index) => $"[Private] {value.Type} v{index}");
        var template = string.Join("|", values.Select((_, index) => $"{{v{index}}} {{v{index},-40}}"));
        var alerts = Of($"public static partial void X({string.Join(", ", parameters)});", template);

        var alert = Raise(alerts, [.. values.Select(value => value.Value)]);

        Assert.Equal(
            values.Select(value => $"[T:Private]<{value.Text}> {$"[T:Private]<{value.Text}>",-40}"),
            alert.Description.Split('|'));
        Assert.Equal(
            values.Select(value => value.Text).Order(StringComparer.Ordinal),
            alert.Values.Values.Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal(Convert.ToHexString([1, 0, 0, 0, (byte)'5', 0]), alert.Key);
        Assert.All(alert.Descriptor.Parameters, parameter => Assert.Equal(
            AlertParameterRole.Classified, parameter.Role & ~AlertParameterRole.Key));
    }

    [Fact]
    public void NullIsShownAsNullAndNoRedactorIsAsked()
    {
        var alerts = Of(
            """
            public static partial void X(
                [Private] string? a, [Private] int? b, [Private] LogLevel? c, [Private] Uri? d, [Private] object? e,
                [Private] Exception? f, [Private] int[]? g);
            """,
            "{a}{b}{c}{d}{e}{f}{g}");

        var alert = Raise(alerts, null, null, null, null, null, null, null);

        Assert.Equal(string.Concat(Enumerable.Repeat("(null)", 7)), alert.Description);
        Assert.All(alert.Values.Values, Assert.Null);
        Assert.Empty(_redactors.Asked);
    }

    [Fact]
    public void WithoutARedactorAClassifiedValueIsErasedAndTellsAlertsApartAllTheSame()
    {
        var alerts = Of(
            "public static partial void X([Private] string mail, [Private, AlertField] Exception cause);", "{mail}");

        var alert = alerts.Raise("X", "ann@example.com", new InvalidOperationException("ann"))!;

        Assert.Equal("[erased]", alert.Description);
        Assert.Equal("[erased]", alert["field Cause"]);
        Assert.NotEqual(alert.Key, alerts.Raise("X", "bob@example.com", null)!.Key);
    }

    [Fact]
    public void TheFormatIsThatOfTheTextWhichTheRedactorIsGiven()
    {
        var alerts = Of(
            "public static partial void X([Private] decimal money, [Private] DateTimeOffset at);",
            "{money:N2} {at:<t:R>} {at:yyyy}");

        var alert = Raise(alerts, 1234.5m, DateTimeOffset.UnixEpoch);

        var name = _redactors.Asked[0];
        Assert.Equal($"{name}<1,234.50> {name}<1970-01-01T00:00:00.0000000+00:00> {name}<1970>", alert.Description);
    }

    [Fact]
    public void AnExceptionIsNoMoreThanItsRedactedTypeAndMessage()
    {
        var alerts = Of(
            """
            public static partial void X(
                [Private] Exception shown, [Private] Exception other, [Private, AlertField(CodeBlock = true)] Exception third);
            """,
            "{shown}");
        var failure = new TimeoutException("of ann");

        var alert = Raise(alerts, failure, failure, failure);

        var text = $"{_redactors.Asked[0]}<System.TimeoutException: of ann>";
        Assert.Equal(
            [("description", text), ("field Other", text), ("field Third code", text)], alert.Parts);
        Assert.All(alert.Values.Values, value => Assert.Equal("System.TimeoutException: of ann", value));
        Assert.True(alert.Descriptor.KeyHasException);
        Assert.True(alert.Descriptor.HasReferences);
    }

    [Fact]
    public void AHoleIsClassifiedByAllThatItReads()
    {
        var alerts = Of("public static partial void X(Person p);", string.Join("|", s_holes.Select(hole => hole.Template)), """
            public interface IReachable { [Private] string Phone { get; } }

            public abstract class Reachable { [Private] public abstract string Fax { get; } }

            public sealed class Person : Reachable, IReachable
            {
                public Person([Private] string City) => this.City = City;
                public string Name => "n";
                [Private] public string Mail => "m";
                [Private] public string Street = "s";
                public string City { get; }
                public string Phone => "p";
                public override string Fax => "f";
                public Insurance Insurance => new(7);
                public System.Collections.Generic.List<Insurance> Insurances => [Insurance];
                public System.Collections.Generic.Dictionary<int, Insurance> ById => new() { [1] = Insurance };
                public (string, Insurance) Pair => ("n", Insurance);
                [Private, Health] public string Diagnosis => "d";
                [Private] public Doctor Doctor => new("Dr");
                public Derived Derived => new();
                public Open Open => new("h");
                public Own Own => new("h");
            }

            [Health] public readonly record struct Insurance(int Number);
            [Health] public class Base;
            public sealed class Derived : Base { public override string ToString() => "derived"; }
            public record Doctor(string Name) { public string Plain => "plain"; }
            public record Open([Private] string Hidden);
            public record Own([Private] string Hidden) { public override string ToString() => "own text"; }
            """);

        var alert = Raise(alerts, Activator.CreateInstance(alerts.TypeOf("Person"), "c"));

        Assert.Equal(s_holes.Select(hole => hole.Shown), alert.Description.Split('|'));
    }

    [Fact]
    public void AParametersClassificationHoldsOfItsMembersToo()
    {
        var alerts = Of(
            "public static partial void X<[Health] T>([Private] Person person, T item, Person other);",
            "{person.Name}, {item}, {other.Name}",
            "public sealed record Person(string Name);");
        var person = Activator.CreateInstance(alerts.TypeOf("Person"), "ann");
        var probe = new ProbePipeline { Redactors = _redactors };

        alerts.CallGeneric<string>(probe, "X", person, "thing", person);

        Assert.EndsWith(", ann", probe.Take()!.Description, StringComparison.Ordinal);
        Assert.Equal(["Private", "Health"], _redactors.Asked.Select(set => set.ToString().Contains("Health", StringComparison.Ordinal)
            ? "Health" : "Private"));
    }

    [Fact]
    public void AMemberThatIsSecretIsNeverRead()
    {
        var alerts = Of("public static partial void X(Login login);", "{login.User} {login.Token} {login.Token.Length} {login.Pin}|{login}", """
            public sealed record Login(string User, [Secret] string Token)
            {
                [Secret] public int Pin => throw new InvalidOperationException("read");
            }
            """);

        var alert = Raise(alerts, Activator.CreateInstance(alerts.TypeOf("Login"), "ann", "hunter2"));

        Assert.Equal("ann [secret] [secret] [secret]|[secret]", alert.Description);
        Assert.Equal(
            ["login.User", "login.Token", "login.Token.Length", "login.Pin", "login"],
            alert.Descriptor.Parameters.Select(parameter => parameter.Name));
        Assert.DoesNotContain(
            Convert.ToHexString("hunter2"u8),
            alert.Key.Replace("00", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ASecretIsSecretHoweverItIsClassified()
    {
        var alert = Raise(Of("public static partial void X([Private, Secret] string token);", "{token}"), "hunter2");

        Assert.Equal("[secret]", alert.Description);
        Assert.Empty(_redactors.Asked);
        Assert.Empty(alert.Key);
    }

    [Fact]
    public void TheAttributesAreMadeAnewWithTheirOwnArguments()
    {
        var source = File.ReadAllText(Path.Combine(ShapeTests.Folder, "Classified.cs")).Replace(
            "PersonAlerts", "A", StringComparison.Ordinal);
        var alerts = RunningAlerts.Of(source[source.IndexOf("public enum", StringComparison.Ordinal)..]
            .Insert(
                0,
                "using System.Collections.Generic;using System.Diagnostics.CodeAnalysis;using "
                    + "Microsoft.Extensions.Compliance.Classification;\n"));

        RaiseNamed(alerts, "Arguments", "1", "2", "3", "4");

        var method = alerts.TypeOf("A").GetMethod("Arguments")!;
        Assert.Equal(method.GetParameters().Select(NamingRedactors.SetOf), _redactors.Asked);
        Assert.Equal(4, _redactors.Asked.Distinct().Count());
    }

    [Fact]
    public void AnAttributeThatCannotBeMadeErasesAndThrowsNothingInTheCall()
    {
        var alerts = Of("public static partial void X([Broken] string text, string other);", "{text} {other}", """
            public sealed class BrokenAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute
            {
                public BrokenAttribute() : base(default) => throw new InvalidOperationException("made");
            }
            """);

        Assert.Equal("[erased] b", Raise(alerts, "a", "b").Description);
        Assert.Empty(_redactors.Asked);
    }

    [Fact]
    public void WhatIsSaidToBeUnclassifiedIsShownWithoutARedactor()
    {
        var alert = Of(
            """
            public static partial void X(
                [Microsoft.Extensions.Compliance.Classification.NoDataClassification] int open,
                [Microsoft.Extensions.Compliance.Classification.UnknownDataClassification] int unknown);
            """,
            "{open} {unknown}").Raise("X", 1, 2)!;

        Assert.Equal("1 [erased]", alert.Description);
    }

    [Fact]
    public void AnAttributeOutOfReachMakesASecret()
    {
        var alerts = RunningAlerts.Of("""
            using C = Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute;
            using D = Microsoft.Extensions.Compliance.Classification.DataClassification;

            file class FileLocalAttribute() : C(D.Unknown);

            internal class OfTypeAttribute(Type type) : C(new D("T", type.Name));
            internal class OfAnythingAttribute(object of) : C(new D("T", $"{of}"));
            internal class OfAttribute<T>() : C(D.Unknown);

            public static partial class A
            {
                private class Hidden;
                private enum HiddenEnum { One }
                private class MineAttribute() : C(D.Unknown);

                [WebhookAlert(LogLevel.Error, "{a} {b} {c} {d} {e} {f}")]
                private static partial void X(
                    [Mine] string a, [OfType(typeof(Hidden))] string b, [OfType(typeof(Hidden[]))] string c,
                    [OfAnything(HiddenEnum.One)] string d, [Of<Hidden>] string e, [FileLocal] string f);
            }
            """);

        var alert = Raise(alerts, "1", "2", "3", "4", "5", "6");

        Assert.Equal("[secret] [secret] [secret] [secret] [secret] [secret]", alert.Description);
        Assert.Empty(alert.Key);
    }

    [Fact]
    public void AnEnumIsWrittenWithoutABox()
    {
        Allocates(static scratch => scratch.Format(LogLevel.Critical).Value.Length);
        Allocates(static scratch => scratch.Format((LogLevel?)LogLevel.Critical).Value.Length);

        static void Allocates(Func<AlertScratch, int> format)
        {
            for (var i = 0; i < 100_000; i++)
            {
                using var warm = AlertScratch.Rent();
                Assert.Equal(8, format(warm));
            }

            var least = long.MaxValue;
            for (var i = 0; i < 100; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                using var scratch = AlertScratch.Rent();
                _ = format(scratch);
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.Equal(0, least);
        }
    }

    private static RunningAlerts Of(string method, string template = "{value}", string types = "")
        => RunningAlerts.Of($$"""
            {{Attributes}}{{types}}

            public static partial class A
            {
                [WebhookAlert(LogLevel.Error, "{{template}}")]
                {{method}}
            }
            """);

    private ProbedAlert Raise(RunningAlerts alerts, params object?[] arguments) => RaiseNamed(alerts, "X", arguments);

    private ProbedAlert RaiseNamed(RunningAlerts alerts, string method, params object?[] arguments)
    {
        var probe = new ProbePipeline { Redactors = _redactors };
        alerts.Call(probe, method, arguments);
        return probe.Take()!;
    }
}
