using System.Runtime.CompilerServices;

namespace TypedWebhookAlerts;

/// <summary>The slot of the process that holds the pipeline of alerts which are given none.</summary>
internal static class AmbientPipeline
{
    private static readonly Lock s_gate = new();
    private static AlertPipeline s_ambient = new();
    private static bool s_isTaken;

    /// <summary>The pipeline of this flow, or of the process.</summary>
    public static AlertPipeline Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => FlowPipeline.HasAny
            ? FlowPipeline.Current ?? Volatile.Read(ref s_ambient)
            : Volatile.Read(ref s_ambient);
    }

    /// <summary>Whether it is the ambient pipeline of the process, whatever this flow uses.</summary>
    public static bool IsAmbient(AlertPipeline pipeline) => Volatile.Read(ref s_ambient) == pipeline;

    /// <summary>Gives the ambient pipeline to whoever will start it, or a new one if it is taken.</summary>
    public static AlertPipeline Reserve()
    {
        lock (s_gate)
        {
            if (s_isTaken)
            {
                return new AlertPipeline();
            }

            s_isTaken = true;
            return s_ambient;
        }
    }

    /// <summary>Leaves the ambient pipeline, which did not start, to the next who will.</summary>
    public static void GiveBack(AlertPipeline pipeline)
    {
        lock (s_gate)
        {
            s_isTaken &= pipeline != s_ambient;
        }
    }

    /// <summary>Puts a fresh dormant pipeline in the place of one that ends.</summary>
    public static void Release(AlertPipeline pipeline)
    {
        lock (s_gate)
        {
            if (pipeline == s_ambient)
            {
                Volatile.Write(ref s_ambient, new AlertPipeline());
                s_isTaken = false;
            }
        }
    }
}
