using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhookAlerts.Generators;

namespace TypedWebhookAlerts.Benchmarks;

/// <summary>
/// What the generator costs beside LoggerMessage's on the same methods: from nothing, and at a keystroke in a file that
/// holds none of them. Each run has a compilation of its own, so that none finds bound what another had to bind; who
/// runs first changes from round to round.
/// </summary>
internal static class GeneratorBenchmark
{
    private const int WarmUpRounds = 8;
    private const int Rounds = 31;

    private static readonly string[] s_names = ["floor", "alerts", "loggermessage"];

    public static int Run()
    {
        var project = new MeasuredProject();
        Func<IIncrementalGenerator>[] generators =
            [() => new FloorGenerator(), () => new AlertGenerator(), CreateLoggerMessageGenerator()];
        if (!Check(project, generators))
        {
            return 1;
        }

        var cold = Alternate(generators, create => Cold(project, create));
        var sessions = generators.Select(create => new Session(project, create())).ToArray();
        var keystroke = Alternate(sessions, session => session.Type(inName: false));
        var rename = Alternate(sessions, session => session.Type(inName: true));
        Print("cold", cold);
        Print("keystroke in a body", keystroke);
        Print("keystroke in a name", rename);
        PrintRatio("generator_cold_over_loggermessage", cold[1] / cold[2]);
        PrintRatio("generator_keystroke_over_loggermessage", keystroke[1] / keystroke[2]);
        PrintRatio("generator_keystroke_in_name_over_loggermessage", rename[1] / rename[2]);
        PrintRatio("floor_keystroke_over_loggermessage", keystroke[0] / keystroke[2]);
        return 0;
    }

    private static Func<IIncrementalGenerator> CreateLoggerMessageGenerator()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Microsoft.Extensions.Logging.Generators.dll");
        var type = Assembly.LoadFrom(path)
            .GetType("Microsoft.Extensions.Logging.Generators.LoggerMessageGenerator", throwOnError: true)!;
        return () => (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }

    // Fast because it did nothing would be no result: each writes every body, and all of it compiles.
    private static bool Check(MeasuredProject project, Func<IIncrementalGenerator>[] generators)
    {
        var output = project.Compile();
        foreach (var create in generators[1..])
        {
            var result = MeasuredProject.CreateDriver(create()).RunGenerators(project.Compile()).GetRunResult();
            var bodies = result.GeneratedTrees.Sum(tree => tree.GetRoot().DescendantNodes()
                .OfType<MethodDeclarationSyntax>().Count(method => method.Modifiers.Any(SyntaxKind.PartialKeyword)));
            Console.WriteLine($"{create().GetType().Name}: {bodies} bodies, {result.GeneratedTrees.Length} files, "
                + $"{result.GeneratedTrees.Sum(tree => tree.Length) / 1024} Ki characters");
            if (bodies != MeasuredProject.Methods)
            {
                return false;
            }

            output = output.AddSyntaxTrees(result.GeneratedTrees);
        }

        var errors = output.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).ToArray();
        Console.Error.Write(string.Concat(errors.Take(5).Select(error => error + Environment.NewLine)));
        return errors.Length == 0;
    }

    private static double[] Alternate<T>(IReadOnlyList<T> contenders, Func<T, double> measure)
    {
        var times = contenders.Select(_ => new List<double>(Rounds)).ToArray();
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = (round + WarmUpRounds + turn) % contenders.Count;
                var time = measure(contenders[contender]);
                if (round >= 0)
                {
                    times[contender].Add(time);
                }
            }
        }

        return [.. times.Select(Median)];
    }

    private static double Cold(MeasuredProject project, Func<IIncrementalGenerator> create)
    {
        var compilation = project.Compile();
        var driver = MeasuredProject.CreateDriver(create());
        return Time(() => driver.RunGenerators(compilation), out _);
    }

    // Nobody pays for what the one before has left behind. Processor time and not the clock's: nothing here waits, and
    // what else the machine does must not decide.
    private static double Time<T>(Func<T> work, out T result)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Environment.CpuUsage.TotalTime;
        result = work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static void Print(string name, double[] medians)
    {
        for (var i = 0; i < medians.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name + ", " + s_names[i],-36} median {medians[i],8:F1} ms"));
        }
    }

    private static void PrintRatio(string name, double ratio)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={ratio:F3}"));

    /// <summary>An editor's session: one driver that sees the project after each keystroke.</summary>
    private sealed class Session(MeasuredProject project, IIncrementalGenerator generator)
    {
        private GeneratorDriver _driver = MeasuredProject.CreateDriver(generator).RunGenerators(project.Compile());
        private CSharpCompilation _compilation = project.Compile();
        private int _revision;

        public double Type(bool inName)
        {
            _compilation = project.Type(_compilation, ++_revision, inName);
            return Time(() => _driver.RunGenerators(_compilation), out _driver);
        }
    }
}
