using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SalesDomain.Tests.Cases;

/// <summary>The rows of a data file that lies beside the tests.</summary>
internal static class DataFile
{
    internal static IEnumerable<string[]> Rows(string path, char separator) =>
        File.ReadAllLines(Path.Combine([Path.GetDirectoryName(typeof(DataFile).Assembly.Location)!, "Data", .. path.Split('/')]))
            .Select(line => line.Split(separator));
}
