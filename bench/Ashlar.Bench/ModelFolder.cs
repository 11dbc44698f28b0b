namespace Ashlar.Bench;

/// <summary>Writes a grown model as a system folder.</summary>
internal static class ModelFolder
{
    public static int Write(int entities, string folder)
    {
        var model = Directory.CreateDirectory(Path.Combine(folder, "model"));
        foreach (var (path, text) in GrownModel.OfSize(entities))
        {
            File.WriteAllText(Path.Combine(model.FullName, path), text);
        }

        return 0;
    }
}
