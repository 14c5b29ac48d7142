package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strings"
)

func main() {
	texts := []string{"", "a", "The quick brown fox jumps over the lazy dog", strings.Repeat("0123456789", 20), strings.Repeat("x", 100000)}
	all := []crypto.Hash{crypto.MD5, crypto.SHA1, crypto.SHA224, crypto.SHA256, crypto.SHA384, crypto.SHA512, crypto.SHA512_224, crypto.SHA512_256}
	for _, h := range all {
		s := h.New()
		fmt.Println(h, h.Size(), s.Size(), s.BlockSize(), h.Available())
		for _, text := range texts {
			s.Reset()
			io.WriteString(s, text)
			fmt.Println(hex.EncodeToString(s.Sum(nil)))
		}
	}
	fmt.Printf("%x\n%x\n%x\n", md5.Sum([]byte("golite")), sha1.Sum([]byte("golite")), sha256.Sum256([]byte("golite")))
	fmt.Printf("%x\n%x\n", sha256.Sum224([]byte("golite")), sha512.Sum512([]byte("golite")))
	fmt.Printf("%x\n%x\n%x\n", sha512.Sum384(nil), sha512.Sum512_224(nil), sha512.Sum512_256(nil))

	// All lengths around the padding's turns, written in pieces.
	for _, h := range all {
		total := h.New()
		for n := range 300 {
			one := h.New()
			text := strings.Repeat("ab", n)[:n]
			for len(text) > 7 {
				one.Write([]byte(text[:7]))
				text = text[7:]
			}
			one.Write([]byte(text))
			total.Write(one.Sum([]byte{byte(n)}))
		}
		fmt.Printf("%x\n", total.Sum(nil))
	}

	// A sum may be saved, cloned, and gone on with.
	for _, h := range all {
		s := h.New()
		s.Write([]byte(texts[3][:150]))
		state, err := s.(encoding.BinaryMarshaler).MarshalBinary()
		clone, _ := s.(hash.Cloner).Clone()
		other := h.New()
		fmt.Println(err, len(state), other.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		fmt.Printf("%x\n", state[:20])
		for _, x := range []hash.Hash{s, clone, other} {
			x.Write([]byte(texts[3][150:]))
			fmt.Printf("%x ", x.Sum(nil)[:4])
		}
		fmt.Println()
	}
	bad := sha256.New().(encoding.BinaryUnmarshaler)
	fmt.Println(bad.UnmarshalBinary([]byte("nonsense")), bad.UnmarshalBinary([]byte("sha\x03short")))

	for _, key := range []string{"", "key", strings.Repeat("long", 50)} {
		mac := hmac.New(sha256.New, []byte(key))
		mac.Write([]byte("message"))
		first := mac.Sum(nil)
		mac.Reset()
		mac.Write([]byte("message"))
		fmt.Printf("%x %t\n", first, hmac.Equal(first, mac.Sum(nil)))
		mac = hmac.New(sha512.New384, []byte(key))
		fmt.Printf("%x %d %d\n", mac.Sum(nil), mac.Size(), mac.BlockSize())
	}
	fmt.Println(crypto.MD4.Available(), crypto.Hash(99), crypto.SHA3_256)
	defer func() { fmt.Println(recover()) }()
	crypto.BLAKE2b_256.New()
}

// Output:
// MD5 16 16 64 true
// d41d8cd98f00b204e9800998ecf8427e
// 0cc175b9c0f1b6a831c399e269772661
// 9e107d9d372bb6826bd81d3542a419d6
// c902a17556796a9f97afa23bad130b04
// d5816f35916d1d9482fb0f1ec201101d
// SHA-1 20 20 64 true
// da39a3ee5e6b4b0d3255bfef95601890afd80709
// 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
// 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12
// efeeb70467c1ca141619c954c2a0e699bd1f16a5
// f6ee99edde6199a3e982c46ef72bdd5cb5e41ddf
// SHA-224 28 28 64 true
// d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f
// abd37534c7d9a2efb9465de931cd7055ffdb8879563ae98078d6d6d5
// 730e109bd7a8a32b1cb9d9a09aa2325d2430587ddbc0c38bad911525
// 57e02c5b60351f71d263b0f788fc27af3e5bc6237d3374528953a0b7
// 7b9f783243ebbd51566602975be164afebe0f55933d733cb25267b28
// SHA-256 32 32 64 true
// e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
// d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592
// 295cbb667c2d2380418d4c7576c666c4f1690de2a2433f0e301bd5923377f8ed
// d69e68988157833272305aaf21f453c800346e8a3640db6578e260215542e5d4
// SHA-384 48 48 128 true
// 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
// 54a59b9f22b0b80880d8427e548b7c23abd873486e1f035dce9cd697e85175033caa88e6d57bc35efae0b5afd3145f31
// ca737f1014a48f4c0b6dd43cb177b0afd9e5169367544c494011e3317dbf9a509cb1e5dc1e85a941bbee3d7f2afbc9b1
// e6515d57c99ff614da0d79136c308402768139330ef3e541e39135967322195a260a149b65d620430b26271a87872a22
// eed16e7f0771a737fa6f7b55682791216ee64abd47fa0e6f701d6523fdca3d4950af93b721217b2c46f014f8c6c4da59
// SHA-512 64 64 128 true
// cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e
// 1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75
// 07e547d9586f6a73f73fbac0435ed76951218fb7d0c8d788a309d785436bbb642e93a252a954f23912547d1e8a3b5ed6e1bfd7097821233fa0538f3db854fee6
// 0ecce3cd7394bef7966b7320a00ae15fd7b9bc996f0e7f857daa772cbf61afd6c7091f50db7aefd85ecdd5d718eb38e1b82258ffdf69b413094001d9175af44e
// 2d23dd09caf6e50db183bab106d2fd4c222fcc552d2c708d1606009e981c74605c604dd4302c72b052bd0e3fcbb006bb55c813469b10b85abab30b964a16d18c
// SHA-512/224 28 28 128 true
// 6ed0dd02806fa89e25de060c19d3ac86cabb87d6a0ddd05c333b84f4
// d5cdb9ccc769a5121d4175f2bfdd13d6310e0d3d361ea75d82108327
// 944cd2847fb54558d4775db0485a50003111c8e5daa63fe722c6aa37
// 762447c33dc2f0e6b20748d9b588893a5de77636f5cf04b110771f3e
// cdac870a2c67f37cd5c0c6691dd6770c538a91c9c4ea9a2f2e59b229
// SHA-512/256 32 32 128 true
// c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a
// 455e518824bc0601f9fb858ff5c37d417d67c2f8e0df2babe4808858aea830f8
// dd9d67b371519c339ed8dbd25af90e976a1eeefd4ad3d889005e532fc5bef04d
// b88eb98a567fdd663d350cd61431c12caf534a0bdcf9d2841c9f0dace4dddb7f
// f9067a98a2f7446f0123713d08a72211f9a0f74156ab307a0f0ed2e1a68993c7
// 2061754c3cee1a430c4fbc0431879f83
// e2a6adf73261b421d113371ec7b9f23df21234b1
// 396b77a6200a91e6c2a5101a4b6b50dffba24a1334514cb84c31c9d56b95a67e
// 246b703f0f091176e4c78d8fe964eca3a3f9cbff97b608dfa90cb6d2
// ff7e7e99a9184fb3a56b5255f53b26c5941182cb5d21d3c579364e02ef956c45d9a33928bd864d710a5f8dacb0d0f25a37dbc182c426e7ca32a205cfcfda6172
// 38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b
// 6ed0dd02806fa89e25de060c19d3ac86cabb87d6a0ddd05c333b84f4
// c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a
// 54389c81d7cf8fbb53cdb7e5bfb9ada0
// d101d1255f5f4fb759370fdb12b1b02e9bdb530b
// 154fc6a3fbc4b881c1b1e9d3b03d0bb0d8aa882b281ca936311eca7f
// 643e4d889dda4b279e60e5bbc4c2bb1fc10bfcf933145818d464add2f7d66f93
// e678459c21bbc66f900330b21218d8fa4b9dba7ba7c7f1a1d57f10c48985c24c3729f840095fa9c96a9d316028078280
// d774547e3087998b9f6ebeb93d9e58671272210a528c5a5ebc0fd25c290b74c9548d30409b78d5d05a85cb115796797e5a7b435ea8dd9df20a6d1c44a45f9f18
// 45d95f836e2b68e72a5a971a2cf16908d2bcbbed5b86243cbecb1f34
// 79c06436428c86571e8501174472f5cacddc71454c595d5d6bad7523fc5be3e2
// <nil> 92 <nil>
// 6d6435014cf7850addb2736ea3a01e759fa14c99
// c902a175 c902a175 c902a175
// <nil> 96 <nil>
// 736861011e3c686723b6788baa99e6d413872be4
// efeeb704 efeeb704 efeeb704
// <nil> 108 <nil>
// 7368610297f8f565054e5f63366138671f33ce50
// 57e02c5b 57e02c5b 57e02c5b
// <nil> 108 <nil>
// 7368610324a557c0bb6de637ad912a8f8781b51d
// 295cbb66 295cbb66 295cbb66
// <nil> 204 <nil>
// 7368610453c0c1a167001a3cc28dbb5a1a89f8ab
// e6515d57 e6515d57 e6515d57
// <nil> 204 <nil>
// 736861078ad8e5d6ffa10de48d15697730ef2b5f
// 0ecce3cd 0ecce3cd 0ecce3cd
// <nil> 204 <nil>
// 73686105ef19fdd81a0e4d062eb87e03bfbe7e0d
// 762447c3 762447c3 762447c3
// <nil> 204 <nil>
// 73686106e5f0e3227934621b2b47d7411213a1e8
// b88eb98a b88eb98a b88eb98a
// crypto/sha256: invalid hash state identifier crypto/sha256: invalid hash state size
// eb08c1f56d5ddee07f7bdf80468083da06b64cf4fac64fe3a90883df5feacae4 true
// 6c1f2ee938fad2e24bd91298474382ca218c75db3d83e114b3d4367776d14d3551289e75e8209cd4b792302840234adc 48 128
// 6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a true
// 99f44bb4e73c9d0ef26533596c8d8a32a5f8c10a9b997d30d89a7e35ba1ccf200b985f72431202b891fe350da410e43f 48 128
// 5c00a45c212b6ecd7653f8d3cb6bcaf3b660e0b482684ef443f86e1629c5f902 true
// e28d4b347edb557f9835aa5abc717cf89623cffdf77e28b5f8263d4a6477e2a9e22acff9165943531d20423583ea7cb4 48 128
// false unknown hash value 99 SHA3-256
// crypto: requested hash function unavailable: BLAKE2b-256
