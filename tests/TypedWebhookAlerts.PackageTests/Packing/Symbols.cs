using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>What debuggers read.</summary>
internal static class Symbols
{
    /// <summary>The kind of the record that maps source files to addresses, by the portable PDB format.</summary>
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    /// <summary>The SourceLink map of a portable PDB.</summary>
    public static string SourceLinkOf(Stream pdb)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(pdb);
        return SourceLinkOf(provider.GetMetadataReader());
    }

    /// <summary>The SourceLink map of the PDB within an assembly.</summary>
    public static string EmbeddedSourceLinkOf(Stream assembly)
    {
        using var image = new PEReader(assembly);
        var entry = image.ReadDebugDirectory()
            .Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        return SourceLinkOf(provider.GetMetadataReader());
    }

    private static string SourceLinkOf(MetadataReader reader)
        => reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
            .Where(information => reader.GetGuid(information.Kind) == s_sourceLink)
            .Select(information => Encoding.UTF8.GetString(reader.GetBlobBytes(information.Value)))
            .Single();
}
