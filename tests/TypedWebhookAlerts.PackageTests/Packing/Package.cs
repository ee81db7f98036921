using System.IO.Compression;
using System.Xml.Linq;

namespace TypedWebhookAlerts.PackageTests.Packing;

/// <summary>A package opened for reading.</summary>
internal sealed class Package(string path) : IDisposable
{
    private readonly ZipArchive _archive = ZipFile.OpenRead(path);

    /// <summary>What the package carries, without the parts that the format itself asks for.</summary>
    public IEnumerable<string> Files
        => _archive.Entries.Select(entry => entry.FullName)
            .Where(name => !IsOfTheFormat(name))
            .Order(StringComparer.Ordinal);

    public void Dispose() => _archive.Dispose();

    /// <summary>An element of the manifest by the path of its names.</summary>
    public XElement Metadata(params string[] names)
    {
        var package = XDocument.Parse(ReadText("TypedWebhookAlerts.nuspec")).Root!;
        return names.Prepend("metadata")
            .Aggregate(package, (element, name) => element.Element(element.Name.Namespace + name)!);
    }

    public string ReadText(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>A file of the package, seekable.</summary>
    public MemoryStream Open(string name)
    {
        using var entry = _archive.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        entry.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static bool IsOfTheFormat(string name)
        => name is "[Content_Types].xml" or "_rels/.rels"
            || name.StartsWith("package/services/", StringComparison.Ordinal);
}
